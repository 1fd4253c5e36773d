package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coding.codesystem.CodeStatus.Validity.NOT_ON_THIS_DATE;
import static org.superbill.coding.codesystem.CodeStatus.Validity.VALID;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists that date each code: between the year of one and the first day of the next the dates of the next answer. */
class ListsWithDatesTest {
    private static final String CODE = "G9999";
    private static final CodeRelease OLD = release(1, "2024", "2024-01-01");
    private static final CodeRelease NEW = release(2, "2026-04", "2026-04-01");
    private static final Releases RELEASES = new Releases(CodeSystem.HCPCS, List.of(OLD, NEW));

    @Test
    void aCodeThatCameAfterTheYearOfTheOldListIsValidFromItsOwnFirstDay() {
        var added = Map.of(2L, row("2025-01-01", null));
        assertThat(judge("2024-12-31", added).validity()).isEqualTo(NOT_ON_THIS_DATE);
        assertThat(judge("2025-01-01", added).validity()).isEqualTo(VALID);
        assertThat(judge("2025-06-01", added))
                .returns("2026-04", CodeStatus::release)
                .returns(LocalDate.parse("2025-01-01"), CodeStatus::validFrom)
                .returns(List.of(), CodeStatus::warnings);
        assertThat(judge("2026-03-31", added).validity()).isEqualTo(VALID);
    }

    @Test
    void aCodeThatWasTerminatedAfterTheYearOfTheOldListIsNotValidAfterItsOwnLastDay() {
        var terminated = Map.of(1L, row("2010-01-01", null), 2L, row("2010-01-01", "2025-03-31"));
        assertThat(judge("2025-03-31", terminated).validity()).isEqualTo(VALID);
        assertThat(judge("2025-04-01", terminated).validity()).isEqualTo(NOT_ON_THIS_DATE);
    }

    @Test
    void theOldListAnswersForItsOwnYearWhateverTheNewOneSays() {
        var addedMeanwhile = Map.of(2L, row("2024-07-01", null));
        assertThat(judge("2024-12-31", addedMeanwhile).validity()).isEqualTo(NOT_ON_THIS_DATE);
        assertThat(judge("2025-01-01", addedMeanwhile).validity()).isEqualTo(VALID);
        var droppedMeanwhile = Map.of(1L, row("2010-01-01", null), 2L, row("2010-01-01", "2024-06-30"));
        assertThat(judge("2024-12-31", droppedMeanwhile).validity()).isEqualTo(VALID);
        assertThat(judge("2025-01-01", droppedMeanwhile).validity()).isEqualTo(NOT_ON_THIS_DATE);
    }

    @Test
    void whatTheNewListDoesNotNameStaysAsTheOldOneHasItWithTheWarning() {
        var gone = Map.of(1L, row("2010-01-01", null));
        assertThat(judge("2026-03-31", gone).validity()).isEqualTo(VALID);
        assertThat(judge("2026-03-31", gone).warnings())
                .singleElement()
                .asString()
                .contains("2024-12-31");
        assertThat(judge("2026-04-01", gone).validity()).isEqualTo(NOT_ON_THIS_DATE);
    }

    /** Both are told by the same lists: what is asked of the database, and what is in memory and goes to billing. */
    @Test
    void theSpansAreValidOnTheSameDays() {
        var dates = Stream.of(null, "2010-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-04-01", "2026-07-01")
                .toList();
        var possible = new ArrayList<@Nullable CodeRow>();
        possible.add(null);
        for (var from : dates) {
            for (var to : dates) {
                possible.add(row(from, to));
            }
        }
        for (var old : possible) {
            for (var fresh : possible) {
                sameDays(old, fresh);
            }
        }
    }

    private static void sameDays(@Nullable CodeRow old, @Nullable CodeRow fresh) {
        var rows = new HashMap<Long, CodeRow>();
        var spans = new ArrayList<CodeSpan>();
        var making = new Spans(RELEASES, spans::add);
        for (var release : RELEASES.oldestFirst()) {
            var row = release == OLD ? old : fresh;
            if (row != null) {
                rows.put(release.id(), row);
                making.add(new CodeStore.ReleasedCode(release.id(), row));
            }
        }
        making.finish();
        for (var day : List.of(
                "2009-12-31",
                "2010-01-01",
                "2024-06-30",
                "2024-12-31",
                "2025-01-01",
                "2025-01-02",
                "2025-06-30",
                "2025-07-02",
                "2026-03-31",
                "2026-04-01",
                "2026-04-02",
                "2026-07-01",
                "2027-01-01")) {
            var on = LocalDate.parse(day);
            assertThat(spans.stream()
                            .filter(span -> !span.from().isAfter(on) && !span.isOver(on))
                            .count())
                    .as("%s: %s, then %s", day, old, fresh)
                    .isEqualTo(judge(day, rows).valid() ? 1 : 0);
        }
    }

    private static CodeStatus judge(String on, Map<Long, CodeRow> rows) {
        return AsOf.judge(new Codes.Question(CodeSystem.HCPCS, CODE, LocalDate.parse(on)), RELEASES, rows);
    }

    private static CodeRow row(@Nullable String from, @Nullable String to) {
        return new CodeRow(
                CODE,
                true,
                "Invented",
                "Invented",
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private static CodeRelease release(long id, String label, String from) {
        return new CodeRelease(
                id, CodeSystem.HCPCS, label, LocalDate.parse(from), "", "", "", 1, Instant.EPOCH, Instant.EPOCH);
    }
}
