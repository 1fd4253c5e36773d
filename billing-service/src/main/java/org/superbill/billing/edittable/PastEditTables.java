package org.superbill.billing.edittable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * CMS's tables as they were in use at a moment of the past. What is still in use is shared with {@link EditTableKeeper}; what is not is read from the
 * database (a second or two for the largest) and kept only as long as memory is not needed for anything else.
 */
@ApplicationScoped
public class PastEditTables {
    private final EditTableStore store;
    private final EditTableKeeper keeper;
    /** By the release's id. */
    private final Map<Long, SoftReference<TableContent>> read = new HashMap<>();

    PastEditTables(EditTableStore store, EditTableKeeper keeper) {
        this.store = store;
        this.keeper = keeper;
    }

    /** @param releases those that answered, by table, newest first */
    public record Then(EditTables tables, List<Used> releases) {
        public Then {
            releases = List.copyOf(releases);
        }
    }

    /**
     * A release that was in use.
     *
     * @param table as it is written in paths: {@code ncci-practitioner}
     * @param takenBack since then
     */
    @Schema(name = "EditTableUsed")
    public record Used(String table, String release, LocalDate effectiveFrom, boolean takenBack) {}

    @Transactional
    public Then at(Instant moment) {
        var current = store.releases().stream().map(EditTableRelease::id).toList();
        var contents = new ArrayList<TableContent>();
        var used = new ArrayList<Used>();
        for (var release : store.inUseAt(moment)) {
            if (TableContent.answers(release, contents)) {
                contents.add(content(release));
                used.add(new Used(
                        release.table().id(),
                        release.release(),
                        release.effectiveFrom(),
                        !current.contains(release.id())));
            }
        }
        return new Then(new EditTables(contents), used);
    }

    private TableContent content(EditTableRelease release) {
        var inUse = keeper.inMemory(release.id());
        return inUse == null ? readOnce(release) : inUse;
    }

    /** One after the other: two who ask at once do not read the same millions of rows twice. */
    private synchronized TableContent readOnce(EditTableRelease release) {
        var known = known(release.id());
        if (known == null) {
            known = keeper.read(release);
            read.put(release.id(), new SoftReference<>(known));
        }
        return known;
    }

    private @Nullable TableContent known(long releaseId) {
        var reference = read.get(releaseId);
        return reference == null ? null : reference.get();
    }
}
