package org.superbill.billing.edittable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.superbill.servicekit.problem.Problem;

/** The releases of CMS's tables: seen by nobody until activated, never edited, taken back whole. */
@ApplicationScoped
public class EditTableReleases {
    private static final Logger LOG = Logger.getLogger(EditTableReleases.class);

    private final EditTableStore store;
    private final Event<EditTablesChanged> changed;
    private final Clock clock;

    EditTableReleases(EditTableStore store, Event<EditTablesChanged> changed, Clock clock) {
        this.store = store;
        this.changed = changed;
        this.clock = clock;
    }

    /** Newest first, also those that are not active. */
    @Transactional
    List<EditTableRelease> list(EditTable table) {
        return store.releases().stream()
                .filter(release -> release.table() == table)
                .toList();
    }

    /** By table, newest first. */
    @Transactional
    List<EditTableRelease> list() {
        return store.releases();
    }

    /**
     * Puts a loaded release in use, in every replica. One that is in use stays so.
     *
     * @throws Problem {@code EDIT_TABLE_RELEASE_NOT_FOUND}, {@code EDIT_TABLE_RELEASE_INCOMPLETE}
     */
    @Transactional
    EditTableRelease activate(EditTable table, String label) {
        store.lock();
        var release = get(table, label);
        if (release.active()) {
            return release;
        }
        var missing = release.missingParts();
        if (!missing.isEmpty()) { // it would replace a whole one by a half, for all days
            throw new Problem(
                    EditTableProblem.EDIT_TABLE_RELEASE_INCOMPLETE, "Not loaded yet: " + String.join(", ", missing));
        }
        store.activate(release.id(), clock.instant());
        changed.fire(new EditTablesChanged());
        return get(table, label);
    }

    /**
     * Takes a release back whole: from now on it is as if it had never been loaded. What was in use is kept for those who ask what was found then.
     *
     * @return what was taken back
     * @throws Problem {@code EDIT_TABLE_RELEASE_NOT_FOUND}
     */
    @Transactional
    EditTableRelease rollBack(EditTable table, String label) {
        store.lock();
        var release = get(table, label);
        if (release.active()) {
            store.takeBack(release.id(), clock.instant());
        } else {
            store.delete(release.id());
        }
        LOG.infof("Took back release %s of %s, %d rows", label, table.id(), release.rows());
        changed.fire(new EditTablesChanged());
        return release;
    }

    private EditTableRelease get(EditTable table, String label) {
        return store.find(table, label)
                .orElseThrow(() -> new Problem(
                        EditTableProblem.EDIT_TABLE_RELEASE_NOT_FOUND,
                        "%s has no release of this label".formatted(table.id())));
    }
}
