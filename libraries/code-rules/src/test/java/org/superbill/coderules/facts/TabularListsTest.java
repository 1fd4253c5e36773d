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

    /** A list may be loaded in part: a chapter, or what an addendum has changed. */
    @Test
    void whatALaterListDoesNotHaveIsJudgedByTheOneBefore() {
        var facts = new InventedFacts()
                .diagnoses(CODES + "B001 | Third\n")
                .tabular("""
                        1 | chapter | Infections
                        A00-A09 | block | Some
                        A00-A09 | excludes1 | third (B00.1)
                        """ + LIST)
                .edition("2027", """
                        A002 | code | Second
                        A002 | excludes1 | third (B00.1)
                        """)
                .build();
        assertThat(excluding(facts, "A001", "A002", "2026-10-01")).contains("2021");
        assertThat(excluding(facts, "A001", "B001", "2026-10-01")).contains("2021");
        assertThat(excluding(facts, "A002", "B001", "2026-09-30")).contains("2021");
        assertThat(excluding(facts, "A002", "B001", "2026-10-01")).contains("2027");
    }

    @Test
    void anEntryWithoutNotesIsOnlyTheWayToItsCodesWhereOthersOfThemAreMissing() {
        var codes = """
                A00 | Both | header
                A001 | First
                A002 | Second
                A003 | Gone | code | 2024-10-01..2026-09-30
                B001 | Third
                """;
        var list = """
                A00 | code | Both
                A00 | excludes1 | third (B00.1)
                A001 | code | First
                A002 | code | Second
                A003 | code | Gone
                """;
        var way = "A00 | code | Both\nA002 | code | Second\nA002 | excludes1 | nothing (B00.2)\n";
        var part = new InventedFacts()
                .diagnoses(codes)
                .tabular(list)
                .edition("2027", way)
                .build();
        assertThat(excluding(part, "A001", "B001", "2026-10-01")).contains("2021");
        assertThat(excluding(part, "A002", "B001", "2026-10-01")).contains("2021");
        assertThat(excluding(part, "A002", "B002", "2026-10-01")).contains("2027");
        var whole = new InventedFacts()
                .diagnoses(codes)
                .tabular(list)
                .edition("2027", way + "A001 | code | First\n")
                .build();
        assertThat(excluding(whole, "A001", "B001", "2026-09-30")).contains("2021");
        assertThat(excluding(whole, "A001", "B001", "2026-10-01")).isEmpty(); // its note is gone, as A00.3 is
    }

    @Test
    void aBlockThatIsCutAnewHasNoNotesAnyMore() {
        var facts = new InventedFacts()
                .diagnoses("A001 | First\nA051 | Second\nB001 | Third\n")
                .tabular("""
                        A00-A09 | block | All
                        A00-A09 | excludes1 | third (B00.1)
                        A00 | code | Header
                        A001 | code | First
                        A05 | code | Header
                        A051 | code | Second
                        """)
                .edition("2027", """
                        A00-A04 | block | Some
                        A00-A04 | excludes1 | other (B00.1)
                        A00 | code | Header
                        A001 | code | First
                        """)
                .build();
        assertThat(excluding(facts, "A051", "B001", "2026-09-30")).contains("2021");
        assertThat(excluding(facts, "A051", "B001", "2026-10-01")).isEmpty();
        assertThat(excluding(facts, "A001", "B001", "2026-10-01")).contains("2027");
    }

    /** Insulin with oral drugs: withdrawn since 2021, in addenda that a list of a later year has in it. */
    @Test
    void whatAddendaHaveWithdrawnIsWithdrawnFromTheListThatHadIt() {
        var list = """
                Z794 | code | Insulin
                Z794 | excludes1 | long term (current) use of oral hypoglycemic drugs (Z79.84)
                """;
        var facts = new InventedFacts()
                .diagnoses("Z794 | Insulin\nZ7984 | Oral drugs\nA001 | First\n")
                .tabular(list)
                .edition("2026", "A001 | code | First\n")
                .edition("2027", list)
                .build();
        assertThat(excluding(facts, "Z794", "Z7984", "2025-10-01")).isEmpty();
        assertThat(excluding(facts, "Z794", "Z7984", "2026-10-01")).contains("2027");
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
