package org.portaldesk.console.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.fake.Desk;
import org.portaldesk.console.fake.Letters;
import org.portaldesk.console.fake.ScreenTest;
import org.portaldesk.console.widget.ReasonDialog;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.letter.LetterState;
import org.portaldesk.contract.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;

class LettersViewTest extends ScreenTest {

    @Autowired private Letters letters;

    @BeforeEach
    void freshLetters() {
        letters.reset();
    }

    private LettersView open(Pile pile) {
        navigate(LettersView.class);
        UI.getCurrent().navigate(LettersView.class, pile.query());
        letSignalsRun();
        return (LettersView) getCurrentView();
    }

    private void click(String name) {
        test(button(name)).click();
        letSignalsRun();
        roundTrip();
    }

    private PrintDialog printAll() {
        open(Pile.QUEUED);
        click("Print all queued (5)");
        click("Print 5");
        return find(PrintDialog.class).single();
    }

    private BatchPanel batch() {
        return Objects.requireNonNull(printAll().batch);
    }

    @Test
    void queueSaysHowManyWillBePrinted() {
        assertThat(open(Pile.QUEUED).print.getText()).isEqualTo("Print all queued (5)");
    }

    @Test
    void nothingIsPrintedBeforeTheConsequencesWereRead() {
        open(Pile.QUEUED);
        click("Print all queued (5)");
        assertThat(shown()).contains("the document opens once");
        assertThat(desk.asked()).doesNotContain("print");
    }

    @Test
    void printedBatchShowsItsManifestAndEmptiesTheQueue() {
        batch();
        assertThat(shown()).contains("5 letters, printed").contains("Open the document (5 sheets)");
        assertThat(letters.count(LetterState.QUEUED)).isZero();
    }

    @Test
    void dialogIsNotLostBeforeTheDocumentWasOpened() {
        var dialog = printAll();
        test(dialog.done).click();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(shown()).contains("The document has not been opened");
        test(dialog.done).click();
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void countThatAgreesIsSaid() {
        var check = batch().check;
        check.counted.setValue(5);
        test(check.compare).click();
        assertThat(shown()).contains("Both counts agree: 5.");
    }

    @Test
    void sheetThatIsMissingIsExplained() {
        var check = batch().check;
        check.counted.setValue(4);
        test(check.compare).click();
        assertThat(shown())
                .contains("The batch has 5, the pile has 4.")
                .contains("One sheet is missing.");
    }

    @Test
    void sheetTooManyIsExplained() {
        var check = batch().check;
        check.counted.setValue(7);
        test(check.compare).click();
        assertThat(shown()).contains("There are 2 sheets too many.");
    }

    @Test
    void countIsNotSuggested() {
        var check = batch().check;
        assertThat(check.counted.isEmpty()).isTrue();
        test(check.compare).click();
        assertThat(shown()).contains("Type the number that you counted.");
    }

    @Test
    void spoiltSheetsAreQueuedAgain() {
        var batch = batch();
        batch.marks.get(1).setValue(true);
        batch.marks.get(2).setValue(true);
        click("Queue 2 sheets again");
        assertThat(letters.count(LetterState.QUEUED)).isEqualTo(2);
        assertThat(desk.asked()).contains("reprint because The sheet was spoilt or is missing");
    }

    @Test
    void refusedPrintIsSaidAndCanBeTriedAgain() {
        open(Pile.QUEUED);
        click("Print all queued (5)");
        desk.is(Desk.Mood.AWAY);
        click("Print 5");
        assertThat(shown()).contains("cannot be reached");
        desk.is(Desk.Mood.ANSWERS);
        click("Try again");
        assertThat(shown()).contains("5 letters are printed");
    }

    @Test
    void severalAreMarkedAsMailedAndThoseThatFailAreNamed() {
        var view = open(Pile.PRINTED);
        var grid = Objects.requireNonNull(view.table).list.grid();
        grid.getListDataView().getItems().forEach(grid::select);
        letters.goneMeanwhile(1);
        click("Mark as mailed (4)");
        assertThat(letters.count(LetterState.MAILED)).isEqualTo(3 + 4);
        assertThat(shown()).contains("3 done; 1 was not").contains("Boyle, Ciera: Somebody was");
    }

    @Test
    void letterThatCameBackNeedsAReason() {
        var grid = Objects.requireNonNull(open(Pile.MAILED).table).list.grid();
        var acts = test(grid).getCellComponent(0, 3);
        test(find(Button.class, acts).single()).click();
        roundTrip();
        var dialog = find(ReasonDialog.class).single();
        assertThat(shown()).contains("is revoked at once");
        assertThat(desk.asked()).noneMatch(asked -> asked.startsWith("returned"));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> choice = find(RadioButtonGroup.class, dialog).single();
        choice.setValue("Not accepted");
        desk.refuseNext(ProblemCode.STATE_CONFLICT);
        test(find(Button.class, dialog).withText("Came back").single()).click();
        letSignalsRun();
        assertThat(shown()).contains("0 done; 1 was not");
    }

    @Test
    void supervisorReadsButTouchesNothing() {
        signIn(StaffRole.SUPERVISOR);
        assertThat(open(Pile.QUEUED).print.isVisible()).isFalse();
        assertThat(open(Pile.PRINTED).mailed.isVisible()).isFalse();
        assertThat(shown()).doesNotContain("Came back");
    }

    @Test
    void emptyQueuePrintsNothing() {
        letters.clear();
        assertThat(open(Pile.QUEUED).print.isEnabled()).isFalse();
        assertThat(shown()).contains("Nothing to print");
    }

    @Test
    void pileThatDoesNotComeIsSaid() {
        open(Pile.QUEUED);
        desk.is(Desk.Mood.AWAY);
        open(Pile.RETURNED);
        assertThat(shown()).contains("cannot be reached");
    }
}
