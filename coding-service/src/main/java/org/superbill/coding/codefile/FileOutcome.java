package org.superbill.coding.codefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a file was and did, or with {@code preview} would do.
 *
 * @param kind which official file it is
 * @param rows rows read
 * @param changed false when the same content had been loaded before
 * @param releases the releases of code systems that the file makes; none for a file of facts, notes or terms
 * @param note what to know beside the counts, e.g. that the release waits for a second file
 * @param doubt that the file may be cut off: it would delete more than a tenth of what is in force, of which its publisher changes a few in a hundred from one release to the
 *     next; absent where nothing is odd
 * @param changes of a file of facts or notes, each as subject, kind and text; of codes see {@code releases}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeFileOutcome")
public record FileOutcome(
        String kind,
        String release,
        @Nullable LocalDate effectiveFrom,
        int rows,
        int added,
        int revised,
        int deleted,
        boolean changed,
        List<LoadedRelease> releases,
        @Nullable String note,
        @Nullable String doubt,
        @Nullable Changes changes) {
    private static final long A_TENTH = 10;

    public FileOutcome {
        releases = List.copyOf(releases);
    }

    /** With what is odd about it. */
    public FileOutcome(
            String kind,
            String release,
            @Nullable LocalDate effectiveFrom,
            int rows,
            int added,
            int revised,
            int deleted,
            boolean changed,
            List<LoadedRelease> releases,
            @Nullable String note,
            @Nullable Changes changes) {
        this(
                kind,
                release,
                effectiveFrom,
                rows,
                added,
                revised,
                deleted,
                changed,
                releases,
                note,
                releases.isEmpty() ? doubt(kind, rows, added, deleted) : doubt(releases),
                changes);
    }

    private static @Nullable String doubt(List<LoadedRelease> releases) {
        return releases.stream()
                .map(one -> doubt(one.system(), one.codes(), one.added(), one.deleted()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String doubt(String what, int rows, int added, int deleted) {
        var before = rows - added + deleted;
        return deleted * A_TENTH > before
                ? "%,d of %,d of %s would be deleted: is the file whole?".formatted(deleted, before, what)
                : null;
    }

    /** Of a file whose changes are those of its releases. */
    public FileOutcome(
            String kind,
            String release,
            @Nullable LocalDate effectiveFrom,
            int rows,
            int added,
            int revised,
            int deleted,
            boolean changed,
            List<LoadedRelease> releases,
            @Nullable String note) {
        this(kind, release, effectiveFrom, rows, added, revised, deleted, changed, releases, note, null);
    }

    /** Of a file that makes no release of a code system. */
    public FileOutcome(
            String kind,
            String release,
            @Nullable LocalDate effectiveFrom,
            int rows,
            int added,
            int revised,
            int deleted,
            boolean changed) {
        this(kind, release, effectiveFrom, rows, added, revised, deleted, changed, List.of(), null);
    }

    /**
     * One release of one code system, compared with the release that is in force before its first day.
     *
     * @param comparedWith the label of that release, its own where it had been loaded before; absent for the first of its system
     * @param active whether it is in use; a release that was just loaded is not until it is activated
     * @param changes the first codes of each kind of change; all of them are under {@code /code-systems/{system}/changes} once the file is loaded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeFileRelease")
    public record LoadedRelease(
            String system,
            String release,
            LocalDate effectiveFrom,
            int codes,
            @Nullable String comparedWith,
            int added,
            int revised,
            int deleted,
            boolean changed,
            boolean active,
            Changes changes) {}

    /** Codes as they are written, or facts, the first {@link #MOST} of each kind. */
    @Schema(name = "CodeFileChanges")
    public record Changes(List<String> added, List<String> revised, List<String> deleted) {
        public static final int MOST = 100;

        public Changes {
            added = first(added);
            revised = first(revised);
            deleted = first(deleted);
        }

        private static List<String> first(List<String> codes) {
            return List.copyOf(codes.subList(0, Math.min(MOST, codes.size())));
        }
    }
}
