package org.superbill.coding.codecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.TabularList;
import org.superbill.coding.codefact.ShippedFacts;

/** Notes of the list of 2021 that addenda have withdrawn or added since count until and from their day. */
class TabularAddendaTest {
    private static final LocalDate LAST_DAY_BEFORE = LocalDate.of(2025, 9, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);

    @ParameterizedTest
    @CsvSource({
        "Z00.00, Z30.09, a physical with advice on contraception",
        "J44.9, J42, COPD with chronic bronchitis",
        "J43.9, J68.4, emphysema of inhaled fumes",
        "R15.0, K59.00, incomplete defecation with constipation",
        "H53.031, H50.00, strabismic amblyopia with its strabismus",
        "I51.7, I11.9, an enlarged heart of hypertension is told at I51.7 itself now"
    })
    void whatIsWithdrawnKeepsApartUntilItsDay(String one, String other, String why) {
        assertThat(Excludes1.found(one, other, LAST_DAY_BEFORE)).as(why).isPresent();
        if (one.equals("I51.7")) {
            assertThat(Excludes1.found(one, other, FIRST_DAY).orElseThrow().source())
                    .contains("2026, note at I51.7");
        } else {
            assertThat(Excludes1.found(one, other, FIRST_DAY)).as(why).isEmpty();
        }
    }

    /** Guideline I.C.4.a.3. */
    @Test
    void insulinAndOralDrugsAreCodedTogether() {
        assertThat(Excludes1.found("Z79.4", "Z79.84", FIRST_DAY)).isEmpty();
        assertThat(Excludes1.found("Z79.84", "Z79.4", LocalDate.of(2024, 10, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"E11.A, E11.9", "R10.85, R10.84", "H42, H40.841"})
    void whatIsAddedKeepsApartFromItsDayAndSaysWhoseItIs(String one, String other) {
        assertThat(Excludes1.found(one, other, FIRST_DAY).orElseThrow().source())
                .contains("Tabular List 2026");
        assertThat(Excludes1.found(one, other, LAST_DAY_BEFORE)).isEmpty();
    }

    @Test
    void everyNoteThatIsWithdrawnIsOneOfTheListThatShips() {
        var notes = ShippedFacts.editions().stream()
                .map(Edition::tabular)
                .flatMap(list -> list.entries().stream())
                .flatMap(entry -> entry.notes().stream().map(note -> key(entry, note)))
                .collect(Collectors.toSet());
        assertThat(changes().filter(fields -> fields[2].equals("withdrawn")))
                .hasSizeGreaterThan(50)
                .allSatisfy(fields -> assertThat(notes).contains(key(fields[3], fields[4], fields[5])));
    }

    private static String key(TabularList.Entry entry, TabularList.Text note) {
        return key(entry.subject(), note.kind().id(), note.text());
    }

    private static String key(String subject, String kind, String text) {
        return String.join("|", subject, kind, text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static Stream<String[]> changes() {
        var stream = Objects.requireNonNull(TabularList.class.getResourceAsStream("tabular-addenda.tsv"));
        return new BufferedReader(new InputStreamReader(stream, UTF_8))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"));
    }
}
