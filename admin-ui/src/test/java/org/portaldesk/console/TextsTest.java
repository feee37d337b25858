package org.portaldesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portaldesk.console.widget.DueClock;
import org.portaldesk.console.widget.Shortcut;
import org.portaldesk.contract.account.AccountAct;
import org.portaldesk.contract.account.AccountLock;
import org.portaldesk.contract.account.CallReason;
import org.portaldesk.contract.account.DisableReason;
import org.portaldesk.contract.account.EnableReason;
import org.portaldesk.contract.account.SecondFactor;
import org.portaldesk.contract.account.SignIn;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;
import org.portaldesk.contract.activation.ContactOverride;
import org.portaldesk.contract.audit.AuditVerification;
import org.portaldesk.contract.identity.StaffRole;
import org.portaldesk.contract.patient.AccountState;
import org.portaldesk.contract.patient.MaskedField;
import org.portaldesk.contract.policy.PolicyRules;
import org.portaldesk.contract.privacy.Disclosure;
import org.portaldesk.contract.privacy.WatchCase;
import org.portaldesk.contract.problem.ProblemCode;
import org.portaldesk.contract.proxy.AccessClass;
import org.portaldesk.contract.proxy.ApproveProxyRequest;
import org.portaldesk.contract.proxy.Area;
import org.portaldesk.contract.proxy.AreaAccess;
import org.portaldesk.contract.proxy.PendReason;
import org.portaldesk.contract.proxy.ProxyKind;
import org.portaldesk.contract.proxy.ProxyRequestState;
import org.portaldesk.contract.proxy.Relationship;
import org.portaldesk.contract.request.AskReason;
import org.portaldesk.contract.request.CodeRequest;
import org.portaldesk.contract.request.DenyReason;
import org.portaldesk.contract.request.RequestSource;
import org.portaldesk.contract.takeover.TakeoverCase;
import org.portaldesk.contract.verification.AbandonReason;
import org.portaldesk.contract.verification.Call;
import org.portaldesk.contract.verification.CallerKind;
import org.portaldesk.contract.verification.Conclusion;
import org.portaldesk.contract.verification.Consent;
import org.portaldesk.contract.verification.Fact;

/** Every text stands in both languages, and none in the code. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/portaldesk/console");

    /** A key as it is given to {@code Texts}. */
    private static final Pattern KEY =
            Pattern.compile("(?:text|words|warn)\\(\\s*\"([a-zA-Z.]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Two words in a literal are something that a person would read. */
    private static final Pattern PROSE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");

    @Test
    void bothLanguagesHoldTheSameKeys() {
        assertThat(texts("_es").keySet()).isEqualTo(texts("").keySet());
    }

    @Test
    void noTextIsEmptyAndEachTakesTheSameValues() {
        var spanish = texts("_es");
        texts("")
                .forEach(
                        (key, english) -> {
                            assertThat(english.toString()).as(key.toString()).isNotBlank();
                            assertThat(values(spanish.getProperty(key.toString())))
                                    .as(key.toString())
                                    .isEqualTo(values(english.toString()));
                        });
    }

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        var known = texts("").keySet();
        for (var source : sources()) {
            var keys = KEY.matcher(Files.readString(source));
            while (keys.find()) {
                if (!keys.group(1).endsWith(".")) {
                    assertThat(known).as(source.toString()).contains(keys.group(1));
                }
            }
        }
    }

    @Test
    void everyConstantThatIsShownHasAText() {
        expect("problem", ProblemCode.values(), Enum::name);
        expect("account", AccountState.values(), Enum::name);
        expect("code", CodeState.values(), Enum::name);
        expect("channel", Channel.values(), Enum::name);
        expect("field", MaskedField.values(), Enum::name);
        expect("role", StaffRole.values(), Enum::name);
        expect("shortcut", Shortcut.values(), Enum::name);
        expect("scope", Shortcut.Scope.values(), Enum::name);
        expect("severity", DueClock.Severity.values(), Enum::name);
        expect("compare.field", CodeRequest.Field.values(), Enum::name);
        expect("deny.reason", DenyReason.values(), Enum::name);
        expect("deny.told", DenyReason.values(), Enum::name);
        expect("ask.reason", AskReason.values(), Enum::name);
        expect("source", RequestSource.values(), Enum::name);
        expect("ask.told", AskReason.values(), Enum::name);
        expect("overrides.state", ContactOverride.State.values(), Enum::name);
        expect("collision", ContactOverride.Collision.values(), Enum::name);
        expect("caller", CallerKind.values(), Enum::name);
        expect("consent", Consent.values(), Enum::name);
        expect("fact", Fact.values(), Enum::name);
        expect("ask", Fact.values(), Enum::name);
        expect("askFor", Fact.values(), Enum::name);
        expect("giveUp.reason", AbandonReason.values(), Enum::name);
        expect("accountAct", AccountAct.values(), Enum::name);
        expect("accountAct.short", AccountAct.values(), Enum::name);
        expect("accountAct.title", AccountAct.values(), Enum::name);
        expect("accountAct.will", AccountAct.values(), Enum::name);
        expect("done", AccountAct.values(), Enum::name);
        expect("done.notice", AccountAct.values(), Enum::name);
        expect("callReason", CallReason.values(), Enum::name);
        expect("factor", SecondFactor.values(), Enum::name);
        expect("lock", AccountLock.Kind.values(), Enum::name);
        expect("signIn", SignIn.Outcome.values(), Enum::name);
        expect("disable.reason", DisableReason.values(), Enum::name);
        expect("enable.reason", EnableReason.values(), Enum::name);
        expect("calls.outcome", Conclusion.Outcome.values(), Enum::name);
        expect("calls.act", Call.Act.State.values(), Enum::name);
        expect("cases.state", TakeoverCase.State.values(), Enum::name);
        expect("relation", Relationship.values(), Enum::name);
        expect("relationOf", Relationship.values(), Enum::name);
        expect("access", AccessClass.values(), Enum::name);
        expect("area", Area.values(), Enum::name);
        expect("level", AreaAccess.values(), Enum::name);
        expect("kind", ProxyKind.values(), Enum::name);
        expect("basis", ApproveProxyRequest.Basis.values(), Enum::name);
        expect("proxy.state", ProxyRequestState.values(), Enum::name);
        expect("proxy.deny.reason", proxyDenials(), Enum::name);
        expect("proxy.deny.told", proxyDenials(), Enum::name);
        expect("proxy.ask.reason", proxyQuestions(), Enum::name);
        expect("proxy.ask.told", proxyQuestions(), Enum::name);
        expect("waits", proxyQuestions(), Enum::name);
        expect("proxy.pending.reason", PendReason.values(), Enum::name);
        expect("proxy.pending.told", PendReason.values(), Enum::name);
        expect("waits", PendReason.values(), Enum::name);
        expect("policies.mode", PolicyRules.Mode.values(), Enum::name);
        expect("finding", AuditVerification.Kind.values(), Enum::name);
        expect("look.rule", WatchCase.Rule.values(), Enum::name);
        expect("look.why", WatchCase.Rule.values(), Enum::name);
        expect("look.finding", WatchCase.Finding.values(), Enum::name);
        expect("disclosures.way", Disclosure.Way.values(), Enum::name);
        expect("disclosures.purpose", Disclosure.Purpose.values(), Enum::name);
        expect("takeover", TakeoverCase.Step.What.values(), Enum::name);
    }

    private static org.portaldesk.contract.proxy.DenyReason[] proxyDenials() {
        return org.portaldesk.contract.proxy.DenyReason.values();
    }

    private static org.portaldesk.contract.proxy.AskReason[] proxyQuestions() {
        return org.portaldesk.contract.proxy.AskReason.values();
    }

    @Test
    void noScreenSpeaksInItsOwnWords() throws IOException {
        for (var source : sources()) {
            if (!speaksToMachines(source)) {
                assertThat(prose(Files.readString(source))).as(source.toString()).isEmpty();
            }
        }
    }

    /** Headers, scripts and logs are not read by staff. */
    private static boolean speaksToMachines(Path source) {
        var path = source.toString();
        return path.contains("/security/") || path.contains("/gateway/");
    }

    private static List<String> prose(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(literal -> PROSE.matcher(literal).find())
                .filter(literal -> !isScript(literal) && !isReference(literal))
                .toList();
    }

    private static boolean isScript(String literal) {
        return literal.contains("this.") || literal.contains("const ");
    }

    /** A value of CSS, a pattern of dates, the names of keys. */
    private static boolean isReference(String literal) {
        return literal.matches("light dark|LLLL .*|d M.*|(Ctrl|Alt) .*");
    }

    private static <E extends Enum<E>> void expect(
            String prefix, E[] constants, Function<E, String> name) {
        assertThat(texts("").keySet())
                .containsAll(
                        Arrays.stream(constants)
                                .map(one -> prefix + "." + name.apply(one))
                                .toList());
    }

    private static Set<String> values(String text) {
        var numbers = new TreeSet<String>();
        var found = Pattern.compile("\\{(\\d)").matcher(text);
        while (found.find()) {
            numbers.add(found.group(1));
        }
        assertThat(new MessageFormat(text).getFormats()).hasSizeGreaterThanOrEqualTo(0);
        assertThat(text).doesNotContain("'");
        return numbers;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        var file =
                Path.of("src/main/resources/vaadin-i18n/translations" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
