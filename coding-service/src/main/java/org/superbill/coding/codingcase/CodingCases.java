package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.CodeChecks;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with coding cases; each public method is one transaction. */
@ApplicationScoped
public class CodingCases {
    private final CodingCaseStore store;
    private final CodeChecks checks;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    CodingCases(CodingCaseStore store, CodeChecks checks, Outbox outbox, Caller caller, Clock clock) {
        this.store = store;
        this.checks = checks;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** An encounter is completed: its case appears, or goes on with the late charges. */
    @Transactional
    public void encounterCompleted(EncounterCompleted encounter) {
        if (store.isVoided(encounter.encounterId())) {
            return;
        }
        store.findByEncounter(encounter.encounterId())
                .ifPresentOrElse(
                        known -> {
                            known.completedAgain(encounter, clock.instant());
                            if (known.hasCodes()) {
                                known.checked(checks.check(known.coding()));
                            }
                        },
                        () -> store.persist(new CodingCase(encounter, clock.instant())));
    }

    /** An encounter was entered in error, whether or not we have heard of its completion. */
    @Transactional
    public void encounterVoided(UUID encounterId) {
        if (!store.isVoided(encounterId)) {
            store.remember(new VoidedEncounter(encounterId));
        }
        store.findByEncounter(encounterId).ifPresent(known -> known.voided(clock.instant()));
    }

    @Transactional
    Page<CodingCaseView> list(@Nullable CaseStatus status, @Nullable UUID encounterId, PageRequest page) {
        var views = store.list(status, encounterId, page).stream()
                .map(CodingCase::view)
                .toList();
        return Page.of(views, page, CodingCaseView::id);
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    public CodingCaseView read(UUID id) {
        return store.get(id).view();
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    List<CodingCaseVersionView> versions(UUID id) {
        store.get(id);
        return store.versions(id).stream().map(CodingCaseVersion::view).toList();
    }

    /**
     * @param coder the caller when null
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_STEP_NOT_ALLOWED}
     */
    @Transactional
    CodingCaseView assign(UUID id, @Nullable Revision expected, @Nullable String coder) {
        var codingCase = getUnchanged(id, expected);
        codingCase.assign(coder == null ? caller.subject() : coder, clock.instant());
        return saved(codingCase);
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    @Transactional
    CodingCaseView code(UUID id, @Nullable Revision expected, CodingRequest coding) {
        var codingCase = getUnchanged(id, expected);
        codingCase.code(coding.storedDiagnoses(), coding.codedLines(), caller.subject(), clock.instant());
        codingCase.checked(checks.check(codingCase.coding()));
        return saved(codingCase);
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_FINDINGS_OPEN}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    @Transactional
    CodingCaseView finalizeCoding(UUID id, @Nullable Revision expected) {
        var codingCase = getUnchanged(id, expected);
        var at = clock.instant();
        codingCase.checked(checks.check(codingCase.coding())); // a release may have come since the codes were entered
        codingCase.finalizeCoding(at);
        store.keep(codingCase.asVersion(caller.subject(), at));
        outbox.publish(codingCase.coded(caller.subject()));
        return saved(codingCase);
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODING_CASE_STEP_NOT_ALLOWED} */
    @Transactional
    CodingCaseView amend(UUID id, @Nullable Revision expected, String reason) {
        var codingCase = getUnchanged(id, expected);
        codingCase.amend(reason, clock.instant());
        return saved(codingCase);
    }

    private CodingCase getUnchanged(UUID id, @Nullable Revision expected) {
        var codingCase = store.get(id);
        codingCase.requireRevision(expected);
        return codingCase;
    }

    private CodingCaseView saved(CodingCase codingCase) {
        store.flush(); // so that the answer carries the new revision
        return codingCase.view();
    }
}
