package org.portaldesk.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnguessableTest {

    private static final Own OWN =
            new Own(
                    List.of("brunilda.nienow", "b.nienow"),
                    List.of("Brunilda Zoë", "Nienow-O'Hara-Grün"),
                    List.of("St. Mary's Regional Hospital"));

    private static String against(String password) {
        var error = Unguessable.judged(password, UnguessableFactory.SHORTEST, OWN);
        return error == null ? "" : error.getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababab",
                "abcabcabcabcabcabc",
                "123456789012345",
                "987654321098765",
                "111111222222333333",
                "1122334455667788",
                "a1b2c3d4e5f6g7h8",
                "qwertyuiopasdfg",
                "poiuytrewqlkjhg",
                "1qaz2wsx3edc4rfv",
                "1q2w3e4r5t6y7u8i",
                "passwordpassword",
                "Password12345678",
                "P4$$w0rdP4$$w0rd",
                "Password!!!!!!!!!!!!",
                "Welcome2026Welcome",
                "PortalDesk2026!!",
                "HospitalHospital1",
                "iloveyou12345678",
                "Summer2026Winter2027",
                "letmeinletmein1",
                "ＰＡＳＳＷＯＲＤ１２３４５６７８",
                "contraseña123456",
                "p a s s w o r d 1 2 3 4 5",
                "correcthorsebatterystaple",
                "00000000000000000000",
                "               ",
                "!!!!!!!!!!!!!!!",
                "19981998199819981998",
                "!@#$%^&*()!@#$%",
                "!@#$%^&*()_+{}|",
                "1!2@3#4$5%6^7&8*",
                "!QAZ2wsx#EDC4rfv",
                "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ",
                "ﷺﷻﷺﷻﷺﷻﷺﷻﷺﷻﷺﷻﷺﷻﷺﷻ",
                "thisismypassword",
                "This is my password!",
                "thisisapassword1",
                "maytheforcebewithyou",
                "tobeornottobethatisthequestion",
                "jesusismysavior",
                "once upon a time 123",
                "EnUnLugarDeLaMancha",
                "estaesmicontrasena",
                "St. Mary's Regional 1",
                "StMarysHospital2026"
            })
    void whatEverybodyWouldTryIsRefused(String password) {
        assertThat(against(password)).isEqualTo(Unguessable.GUESSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brunilda is my name here",
                "hello B R U N I L D A hello dear",
                "the garden of nienow at noon",
                "Brünildä waters the garden",
                "my dear 0'hara of the hill",
                "Br1nn13n0w.br3akfast.n13n0w",
                "BRUNILDA.NIENOW+garden+gate",
                "8run!lda waters the garden",
                "br-un-il-da in the garden",
                "hello zoe of the garden",
                "hello z0e of the garden",
                "the garden is gruen today"
            })
    void theNameIsRefusedHoweverItIsSpelled(String password) {
        assertThat(against(password)).isEqualTo(Unguessable.OWN_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "fourteen chars",
                "𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳",
                "ﷺ",
                "ﷺ fourteen",
                "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
            })
    void whatIsTooShortIsRefusedAndCharactersCountAsPeopleCountThem(String password) {
        assertThat(against(password)).isEqualTo(Unguessable.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough pass phrase",
                "correct horse battery 7",
                "the gray mare jumps at dawn",
                "mi abuela cocina los viernes a las ocho",
                "我家的猫每天早上六点叫我起床吃饭",
                "zhqkvwpbxnrtyjmd",
                "839204716250938",
                "three wet ducks, one bus",
                "Ärger über öde Übungen",
                "the zoology book is red",
                "🦆🌧🚌🌵🎈🥁🧦🪁🐙🍞🛶🌋🧲🪶🎻"
            })
    void aSentenceOrWhatFollowsFromNothingIsTaken(String password) {
        assertThat(against(password)).isEmpty();
    }

    @Test
    void randomPasswordsAreTaken() {
        var random = new Random(7);
        var taken =
                Stream.generate(() -> random(random))
                        .limit(2_000)
                        .filter(password -> against(password).isEmpty())
                        .count();
        assertThat(taken).isGreaterThan(1_990);
    }

    @Test
    void anyWellKnownWordWithWhatPeopleAddIsRefused() {
        var words = List.of("sunshine", "football", "princess", "michael", "dragon", "welcome");
        var added = List.of("", "1", "123", "2026", "!", "!!", "1998!", "123456");
        var refused =
                words.stream()
                        .flatMap(
                                one ->
                                        words.stream()
                                                .flatMap(
                                                        other ->
                                                                added.stream()
                                                                        .map(
                                                                                end ->
                                                                                        one + other
                                                                                                + end)));
        assertThat(refused.filter(password -> password.length() >= UnguessableFactory.SHORTEST))
                .allSatisfy(
                        password -> assertThat(against(password)).isEqualTo(Unguessable.GUESSABLE));
    }

    private static String random(Random random) {
        return IntStream.range(0, 16)
                .mapToObj(at -> String.valueOf((char) ('a' + random.nextInt(26))))
                .collect(Collectors.joining());
    }
}
