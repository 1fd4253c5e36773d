package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.codesystem.CodeRange;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Specialties;

class WordsTest {
    private final Words words = new Words();

    @Test
    void textIsPartedIntoPlainWords() {
        assertThat(Words.split("Ménière's X-ray, s/p 2nd")).containsExactly("meniere", "x", "ray", "s", "p", "2nd");
        assertThat(Words.telling("pain in the knee")).containsExactly("pain", "knee");
    }

    @Test
    void whatANameSaysIsNotThereIsMarked() {
        assertThat(Words.named("Diverticulitis of large intestine without perforation or abscess with bleeding"))
                .containsExactly(
                        "diverticulitis", "large", "intestine", "without", "-perforation", "-abscess", "bleeding");
        assertThat(Words.named("Migraine without aura, not intractable, left"))
                .containsExactly("migraine", "without", "-aura", "not", "-intractable", "left");
        assertThat(Words.named("Neuropathy, not elsewhere classified"))
                .containsExactly("neuropathy", "not", "elsewhere", "classified");
        assertThat(words.stem("-abscesses")).isEqualTo("-" + words.stem("abscess"));
    }

    @ParameterizedTest
    @CsvSource({"fractures, fracture", "diabetic, diabetes", "vaccinations, vaccination", "burns, burn"})
    void pluralAndAdjectiveHaveTheStemOfTheNoun(String one, String other) {
        assertThat(words.stem(one)).isEqualTo(words.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"cervicitis, cervical", "tonsillitis, tonsils", "hepatoma, hepatic"})
    void anEndingThatMakesAnotherThingIsNotCutOff(String one, String other) {
        assertThat(words.stem(one)).isNotEqualTo(words.stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "asthma, asthma, 0",
        "astma, asthma, 1",
        "pnuemonia, pneumonia, 1",
        "hypertenshun, hypertension, 2",
        "flu, migraine, 3"
    })
    void typosAreCountedUpToTheMost(String a, String b, int typos) {
        assertThat(Typos.between(a, b, 2)).isEqualTo(typos);
        assertThat(Typos.between(b, a, 2)).isEqualTo(typos);
    }

    @Test
    void theDictionaryKnowsWordsTheirBeginningsAndWhatIsNearlyOne() {
        var dictionary = new Dictionary(
                List.of(Map.of("asthma", 9, "asthmatic", 2), Map.of("asthma", 1, "plasma", 5)),
                Set.of("htn"),
                new Words());
        assertThat(dictionary.hasStem("htn")).isTrue();
        assertThat(dictionary.beginningWith("ast", 5)).containsExactly("asthma", "asthmatic");
        assertThat(dictionary.like("astma", 5)).containsExactly("asthma");
        assertThat(dictionary.like("ast", 5)).as("too short to be corrected").isEmpty();
        assertThat(dictionary.like("zzzzzz", 5)).isEmpty();
    }

    @Test
    void matchesAreMarkedAndTheRestIsEscaped() {
        assertThat(Highlight.of("Pain in <right> knees & hips", Set.of(words.stem("knee"), "pain")))
                .isEqualTo("<em>Pain</em> in &lt;right&gt; <em>knees</em> &amp; hips");
    }

    @ParameterizedTest
    @CsvSource({"S6701A, S6701XA", "T15A, T15XXXA"})
    void placeholdersAreFilledIn(String typed, String code) {
        assertThat(CodeNumber.withPlaceholders(typed)).contains(code);
    }

    @Test
    void whatIsNoInjurysCodeGetsNoPlaceholders() {
        assertThat(CodeNumber.withPlaceholders("M25561")).isEmpty();
        assertThat(CodeNumber.withPlaceholders("S6701XA")).isEmpty();
        assertThat(CodeNumber.isLike("e11.65")).isTrue();
        assertThat(CodeNumber.isLike("flu")).isFalse();
    }

    @Test
    void aRangeHasItsEndsAndWhatBeginsSo() {
        var block = CodeRange.of(null, "I20-I25").orElseThrow();
        assertThat(List.of("I20", "I219", "I259")).allMatch(code -> has(block, code));
        assertThat(List.of("I1A", "I26", "J20")).noneMatch(code -> has(block, code));
        assertThat(has(CodeRange.of(null, "e11.6").orElseThrow(), "E1165")).isTrue();
        assertThat(CodeRange.of(null, "Z99-A00")).isEmpty();
        assertThat(CodeRange.of(null, "; drop table")).isEmpty();
    }

    private static boolean has(CodeRange range, String code) {
        return range.has(CodeSystem.ICD_10_CM, code);
    }

    @Test
    void everySpecialtyHasRanges() {
        var specialties = new Specialties();
        assertThat(specialties.names()).hasSizeGreaterThan(30).contains("cardiology", "body:skin");
        assertThat(specialties.of("cardiology").orElseThrow()).isNotEmpty();
        assertThat(specialties.of("astrology")).isEmpty();
    }

    @Test
    void everySpecialtyAndBodySystemHasRangesOfEachClinicalSystem() {
        var specialties = new Specialties();
        assertThat(specialties.names())
                .allSatisfy(name -> assertThat(
                                specialties.of(name).orElseThrow().stream().map(CodeRange::system))
                        .as(name)
                        .contains(CodeSystem.ICD_10_CM, CodeSystem.ICD_10_PCS, CodeSystem.CPT, CodeSystem.HCPCS));
    }
}
