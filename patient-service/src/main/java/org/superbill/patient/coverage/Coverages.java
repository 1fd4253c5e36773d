package org.superbill.patient.coverage;

import static java.util.stream.Collectors.toMap;
import static org.superbill.patient.coverage.CoverageProblem.COVERAGE_SEQUENCE_TAKEN;
import static org.superbill.servicekit.problem.KitProblem.VALIDATION_FAILED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.patient.Patients;
import org.superbill.patient.payer.Payers;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with coverages; each public method is one transaction. */
@ApplicationScoped
public class Coverages {
    private final CoverageStore store;
    private final Patients patients;
    private final Payers payers;
    private final Outbox outbox;

    Coverages(CoverageStore store, Patients patients, Payers payers, Outbox outbox) {
        this.store = store;
        this.patients = patients;
        this.payers = payers;
        this.outbox = outbox;
    }

    /** Why these cannot be what pays for the patient on that day; empty when they can. Pointers are into {@code coverageIds}. */
    @Transactional
    public List<FieldError> objections(UUID patientId, List<UUID> coverageIds, LocalDate day) {
        var known = store.ofPatient(patientId, coverageIds).stream().collect(toMap(Coverage::id, Function.identity()));
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < coverageIds.size(); i++) {
            var id = coverageIds.get(i);
            var coverage = known.get(id);
            if (coverage == null) {
                errors.add(objection(i, "unknown-reference", "is not a coverage of the patient"));
            } else if (!coverage.isInEffectOn(day)) {
                errors.add(objection(i, "not-in-effect", "is not in effect on the date of service"));
            } else if (coverageIds.indexOf(id) < i) {
                errors.add(objection(i, "duplicate", "is there already"));
            }
        }
        return errors;
    }

    /** @throws Problem {@code PATIENT_NOT_FOUND}, {@code VALIDATION_FAILED}, {@code COVERAGE_SEQUENCE_TAKEN} */
    @Transactional
    CoverageView create(UUID patientId, CoverageDetails details) {
        patients.hold(patientId); // two desks at once: the second sees the coverage of the first
        refuseInvalid(details);
        var coverage = new Coverage(Ids.next(), patientId, details);
        refuseTakenSequence(coverage);
        store.persistAndFlush(coverage);
        outbox.publish(coverage.changed());
        return coverage.view();
    }

    /** @throws Problem {@code COVERAGE_NOT_FOUND} */
    @Transactional
    CoverageView get(UUID patientId, UUID coverageId) {
        return store.get(patientId, coverageId).view();
    }

    /** @throws Problem {@code PATIENT_NOT_FOUND} */
    @Transactional
    Page<CoverageView> list(UUID patientId, PageRequest page) {
        patients.require(patientId);
        return Page.of(store.list(patientId, page), page, Coverage::id).map(Coverage::view);
    }

    /**
     * @throws Problem {@code PATIENT_NOT_FOUND}, {@code COVERAGE_NOT_FOUND}, {@code VALIDATION_FAILED},
     *     {@code COVERAGE_SEQUENCE_TAKEN}, {@code STALE}, {@code IF_MATCH_MISSING}
     */
    @Transactional
    CoverageView describe(UUID patientId, UUID coverageId, CoverageDetails details, @Nullable Revision expected) {
        patients.hold(patientId);
        var coverage = store.getForUpdate(patientId, coverageId);
        Revision.requireMatch(expected, coverage.revision());
        refuseInvalid(details);
        coverage.describe(details);
        refuseTakenSequence(coverage);
        store.flush(); // so that the answer carries the new revision
        outbox.publish(coverage.changed());
        return coverage.view();
    }

    private void refuseInvalid(CoverageDetails details) {
        var errors = new ArrayList<>(details.contradictions());
        if (!payers.exists(details.payerId())) {
            errors.add(new FieldError("/payerId", "unknown-reference", "is not a payer of the organization"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(VALIDATION_FAILED, "The coverage contradicts itself or names what is not there", errors);
        }
    }

    private void refuseTakenSequence(Coverage coverage) {
        if (store.hasAnother(coverage)) {
            throw new Problem(
                    COVERAGE_SEQUENCE_TAKEN,
                    "Another coverage of the patient has this sequence on a day on which this one is in effect",
                    new FieldError("/sequence", "duplicate", "is taken on some of these days"));
        }
    }

    private static FieldError objection(int position, String code, String message) {
        return new FieldError("/coverageIds/" + position, code, message);
    }
}
