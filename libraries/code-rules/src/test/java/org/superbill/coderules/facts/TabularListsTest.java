package org.superbill.coderules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.Terminology;

/** Several tabular lists: the day says which one judges. */
class TabularListsTest {
    private static final String CODES = """
            A001 | First
            A002 | Second
            """;
    private static final String LIST = """
            A001 | code | First
            A001 | excludes1 | second (A00.2)
            A002 | code | Second
            """;
    private static final String LATER = """
            A001 | code | First
            A002 | code | Second
            A002 | excludes1 | first (A00.1)
            """;

    @Test
    void eachJudgesFromItsOwnFirstDayUntilTheNextOnes() {
        var facts = new InventedFacts()
                .diagnoses(CODES)
                .edition("2027", LATER)
                .tabular(LIST)
                .build();
        assertThat(excluding(facts, "A001", "A002", "2026-09-30")).contains("2021");
        assertThat(excluding(facts, "A002", "A001", "2026-09-30")).isEmpty();
        assertThat(excluding(facts, "A001", "A002", "2026-10-01")).isEmpty();
        assertThat(excluding(facts, "A002", "A001", "2026-10-01")).contains("2027");
    }

    @Test
    void beforeTheFirstOfThemThereAreNoNotes() {
        var facts = new InventedFacts().diagnoses(CODES).edition("2027", LATER).build();
        assertThat(notes(facts, "A002", "2026-09-30")).isEmpty();
        assertThat(notes(facts, "A002", "2026-10-01")).isPresent();
    }

    @Test
    void aNoteHoldsAsLongAsTheCodeIsDescribedAsInItsOwnList() {
        var facts = new InventedFacts()
                .diagnoses("""
                        A001 | First | code | 2024-10-01..2026-09-30
                        A001 | First, as it is said now | code | 2026-10-01
                        A002 | Second
                        """)
                .tabular(LIST)
                .edition("2026", LIST)
                .edition("2027", LIST.replace("First", "First, as it is said now"))
                .build();
        assertThat(excluding(facts, "A001", "A002", "2026-09-30")).contains("2026");
        assertThat(excluding(facts, "A001", "A002", "2026-10-01")).contains("2027");
    }

    private static Optional<NotedEntry> notes(CodeFacts facts, String code, String day) {
        var fact = Objects.requireNonNull(facts.find(Terminology.ICD_10_CM, code, LocalDate.parse(day)));
        return Optional.ofNullable(fact.place().notes());
    }

    /** The release whose note keeps the holder apart from the other. */
    private static Optional<String> excluding(CodeFacts facts, String holder, String other, String day) {
        return notes(facts, holder, day)
                .flatMap(entry -> Optional.ofNullable(entry.excluding(holder, other, LocalDate.parse(day))))
                .map(placed -> placed.entry().releaseOf(placed.note()));
    }
}
