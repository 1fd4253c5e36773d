package org.superbill.billing.coveragelist;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.snapshot.PerOrganization;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with coverage lists; each public method is one transaction. */
@ApplicationScoped
public class CoverageListUse {
    private final CoverageListStore store;
    private final Caller caller;
    private final Clock clock;
    private final PerOrganization<CoverageLists> kept = new PerOrganization<>();

    CoverageListUse(CoverageListStore store, Caller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** A list, and whether it has been there. */
    record Loaded(CoverageListView list, boolean isNew) {}

    /**
     * Loads a list whole or not at all; the same content again changes nothing.
     *
     * @throws Problem {@code COVERAGE_LIST_ROWS_INVALID}, {@code COVERAGE_LIST_DIFFERS}
     */
    @Transactional
    Loaded load(NewList given) {
        if (given.effectiveTo() != null && given.effectiveTo().isBefore(given.effectiveFrom())) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The list would never be in force",
                    new FieldError("/effectiveTo", "before-first-day", "is not before effectiveFrom"));
        }
        var procedures = CoverageCsv.read(given.csv().getBytes(UTF_8)).size();
        var sha256 = Sha256.hex(given.csv());
        var same = store.inUse(given);
        if (same.isPresent()) {
            if (!same.get().isSame(given, sha256)) {
                throw differs();
            }
            return new Loaded(same.get().view(), false);
        }
        var list = new LoadedList(given, sha256, procedures, caller.subject(), clock.instant());
        try {
            store.persistAndFlush(list);
        } catch (PersistenceException twoAtOnce) {
            throw differs();
        }
        kept.forget(caller.requireOrganization());
        return new Loaded(list.view(), true);
    }

    private static Problem differs() {
        return new Problem(
                CoverageListProblem.COVERAGE_LIST_DIFFERS, "The list with this number and first day has other content");
    }

    /** @throws Problem {@code COVERAGE_LIST_NOT_FOUND}, {@code STALE}, {@code IF_MATCH_MISSING} */
    @Transactional
    CoverageListView withdraw(UUID id, @Nullable Revision expected) {
        var list = store.getLocked(id);
        Revision.requireMatch(expected, list.revision());
        list.withdraw(clock.instant());
        store.flush();
        kept.forget(caller.requireOrganization());
        return list.view();
    }

    /** @throws Problem {@code COVERAGE_LIST_NOT_FOUND} */
    @Transactional
    CoverageListView get(UUID id) {
        return store.get(id).view();
    }

    @Transactional
    Page<CoverageListView> list(PageRequest page) {
        var views = store.list(page.after(), page.fetch()).stream()
                .map(LoadedList::view)
                .toList();
        return Page.of(views, page, CoverageListView::id);
    }

    /** Those that count, in memory. */
    @Transactional
    public CoverageLists of(UUID organization) {
        return kept.get(organization, store::stamp, () -> lists(store.allInUse()));
    }

    /** Those that counted at a moment of the past, read anew. */
    @Transactional
    public CoverageLists at(Instant moment) {
        return lists(store.inUseAt(moment));
    }

    private static CoverageLists lists(List<LoadedList> loaded) {
        return new CoverageLists(loaded.stream().map(LoadedList::list).toList());
    }
}
