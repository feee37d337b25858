package org.portaldesk.api.support.model;

import org.portaldesk.contract.verification.Fact;

/** What an agent says to ask for a fact; the same for every patient. */
public final class Prompts {

    private Prompts() {}

    public static String of(Fact fact) {
        return switch (fact) {
            case FULL_NAME -> "Please tell me the patient’s full name, as it is on the photo ID.";
            case BIRTH_DATE -> "What is the patient’s date of birth?";
            case SSN_LAST4 ->
                    "What are the last four digits of the patient’s Social Security number?";
            case ADDRESS -> "What is the patient’s home address, with city or ZIP code?";
            case PHONE -> "Which phone number do we have for the patient?";
            case EMAIL -> "Which e-mail address do we have for the patient?";
            case MRN -> "What is the medical record number, as it is on a bill or visit summary?";
            case CODE_ON_FILE -> "Please read out the code that we have just sent.";
        };
    }
}
