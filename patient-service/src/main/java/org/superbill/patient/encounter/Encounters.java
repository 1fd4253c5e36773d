package org.superbill.patient.encounter;

import static org.superbill.servicekit.problem.KitProblem.VALIDATION_FAILED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;
import org.superbill.patient.coverage.Coverages;
import org.superbill.patient.organization.OwnOrganization;
import org.superbill.patient.practitioner.Practitioners;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What people do with encounters; each method is one transaction. */
@ApplicationScoped
class Encounters {
    private final EncounterStore store;
    private final ReferenceStore references;
    private final Practitioners practitioners;
    private final Coverages coverages;
    private final Documents documents;
    private final Outbox outbox;
    private final Caller caller;
    private final OwnOrganization own;
    private final Clock clock;

    Encounters(
            EncounterStore store,
            ReferenceStore references,
            Practitioners practitioners,
            Coverages coverages,
            Documents documents,
            Outbox outbox,
            Caller caller,
            OwnOrganization own,
            Clock clock) {
        this.store = store;
        this.references = references;
        this.practitioners = practitioners;
        this.coverages = coverages;
        this.documents = documents;
        this.outbox = outbox;
        this.caller = caller;
        this.own = own;
        this.clock = clock;
    }

    /** @throws Problem {@code VALIDATION_FAILED} */
    @Transactional
    EncounterView register(EncounterDetails details) {
        var known = references.known(details);
        var errors = objections(details, known);
        if (!errors.isEmpty()) {
            throw new Problem(VALIDATION_FAILED, "The encounter names what is not there or does not fit", errors);
        }
        var chosen = details.coverageIds();
        var payingFirstToLast = chosen != null ? chosen : known.coverages();
        var encounter = new Encounter(Ids.next(), details, payingFirstToLast);
        store.persistAndFlush(encounter);
        record(
                encounter,
                "registered",
                "%s, %s"
                        .formatted(
                                encounter.status().text(),
                                Counted.of(payingFirstToLast.size(), "coverage", "coverages")));
        return encounter.view();
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} */
    @Transactional
    EncounterView get(UUID encounterId) {
        return store.get(encounterId).view();
    }

    @Transactional
    Page<EncounterView> list(@Nullable UUID patientId, @Nullable EncounterStatus status, PageRequest page) {
        return Page.of(store.list(patientId, status, page), page, Encounter::id).map(Encounter::view);
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} */
    @Transactional
    JourneyView journey(UUID encounterId) {
        var encounter = store.get(encounterId);
        var steps = store.steps(encounterId).stream().map(JourneyStep::view).toList();
        return new JourneyView(encounterId, encounter.status(), steps);
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    @Transactional
    EncounterView start(UUID encounterId, @Nullable Revision expected) {
        var encounter = getForUpdate(encounterId, expected);
        var before = encounter.status();
        encounter.start();
        if (encounter.status() != before) {
            record(encounter, "started", "the patient is here");
        }
        store.flush(); // so that the answer carries the new revision
        return encounter.view();
    }

    /**
     * Completes it, or adds late charges, other coverages or a document that has come since. When it is told what it has already, nothing happens.
     *
     * @throws Problem {@code ENCOUNTER_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code ENCOUNTER_STEP_NOT_ALLOWED}
     */
    @Transactional
    EncounterView complete(UUID encounterId, CompletionDetails details, @Nullable Revision expected) {
        var encounter = getForUpdate(encounterId, expected);
        requireFit(details, encounter);
        var lines = details.lines(encounter.serviceDate());
        var hasLateCharges = !lines.equals(encounter.services());
        var hasNewDocuments = encounter
                .completedAt()
                .filter(last -> documents.cameAfter(encounterId, last))
                .isPresent();
        if (encounter.complete(lines, details, paying(details, encounter), hasNewDocuments, clock.instant())) {
            var step = JourneyStep.here(
                    encounterId,
                    clock.instant(),
                    encounter.version() == 1 ? "completed" : hasLateCharges ? "late-charges" : "completion-amended",
                    "%s, version %d"
                            .formatted(
                                    Counted.of(encounter.services().size(), "service", "services"),
                                    encounter.version()));
            var hasDocuments = store.keepCompletion(step, caller.subject());
            var told = hasDocuments ? documents.told(encounterId) : List.<EncounterCompleted.Document>of();
            outbox.publish(encounter.completed(told, caller.subject()));
        }
        store.flush(); // so that the answer carries the new revision
        return encounter.view();
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    @Transactional
    EncounterView cancel(UUID encounterId, VoidDetails details, @Nullable Revision expected) {
        var encounter = getForUpdate(encounterId, expected);
        encounter.cancel(details.reason());
        outbox.publish(encounter.voided());
        record(encounter, "voided", details.reason());
        store.flush(); // so that the answer carries the new revision
        return encounter.view();
    }

    private List<UUID> paying(CompletionDetails details, Encounter encounter) {
        if (details.coverageIds() != null) {
            return details.coverageIds();
        }
        return encounter.coveragesNamed()
                ? encounter.coverageIds()
                : references.coverages(encounter.patientId(), encounter.serviceDate());
    }

    private Encounter getForUpdate(UUID encounterId, @Nullable Revision expected) {
        var encounter = store.getForUpdate(encounterId);
        Revision.requireMatch(expected, encounter.revision());
        return encounter;
    }

    private void requireFit(CompletionDetails details, Encounter encounter) {
        var errors = new ArrayList<FieldError>();
        var count = details.diagnoses() == null ? 0 : details.diagnoses().size();
        if (hasNotCome(encounter.serviceDate())) {
            errors.add(new FieldError("", "in-the-future", "The encounter's date of service has not come"));
        }
        if (details.dischargeDate() != null && hasNotCome(details.dischargeDate())) {
            errors.add(notYet("/dischargeDate"));
        }
        for (var i = 0; i < details.services().size(); i++) {
            var service = details.services().get(i);
            if (service.serviceDate() != null && hasNotCome(service.serviceDate())) {
                errors.add(notYet("/services/%d/serviceDate".formatted(i)));
            }
            if (service.lacksProcedure()) {
                errors.add(new FieldError(
                        "/services/%d/procedureCode".formatted(i),
                        "required",
                        "is required, but of a facility's service with a revenue code and no modifiers"));
            }
            if (service.diagnosisPointers() != null
                    && service.diagnosisPointers().stream().anyMatch(pointer -> pointer > count)) {
                errors.add(new FieldError(
                        "/services/%d/diagnosisPointers".formatted(i),
                        "out-of-range",
                        "must point to a diagnosis of the completion"));
            }
            if (service.details() != null
                    && service.details().through() != null
                    && service.details().through().isBefore(service.dayOr(encounter.serviceDate()))) {
                errors.add(new FieldError(
                        "/services/%d/details/through".formatted(i), "before-start", "must not be before serviceDate"));
            }
            if (service.practitionerId() != null && !practitioners.exists(service.practitionerId())) {
                errors.add(unknown(
                        "/services/%d/practitionerId".formatted(i), "is not a practitioner of the organization"));
            }
        }
        if (details.dischargeDate() != null && details.dischargeDate().isBefore(encounter.begin())) {
            errors.add(new FieldError("/dischargeDate", "before-admission", "must not be before the stay began"));
        }
        if (details.coverageIds() != null) {
            errors.addAll(coverages.objections(encounter.patientId(), details.coverageIds(), encounter.serviceDate()));
        }
        if (details.claimDetails() != null) {
            errors.addAll(details.claimDetails().contradictions("/claimDetails"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(VALIDATION_FAILED, "The completion names what is not there or does not fit", errors);
        }
    }

    private List<FieldError> objections(EncounterDetails details, ReferenceStore.Known known) {
        var errors = new ArrayList<FieldError>();
        var birthDate = known.birthDate();
        if (birthDate == null) {
            errors.add(unknown("/patientId", "is not a patient of the organization"));
        } else if (details.serviceDate().isBefore(birthDate)) {
            errors.add(new FieldError("/serviceDate", "before-birth", "must not be before the patient was born"));
        }
        if (details.initialStatus() != EncounterStatus.PLANNED && hasNotCome(details.serviceDate())) {
            errors.add(notYet("/serviceDate"));
        }
        if (!known.hasPractitioner()) {
            errors.add(unknown("/practitionerId", "is not a practitioner of the organization"));
        }
        if (!known.hasLocation()) {
            errors.add(unknown("/locationId", "is not a location of the organization"));
        }
        if (details.coverageIds() != null && birthDate != null) {
            errors.addAll(coverages.objections(details.patientId(), details.coverageIds(), details.serviceDate()));
        }
        if (details.claimDetails() != null) {
            errors.addAll(details.claimDetails().contradictions("/claimDetails"));
        }
        return errors;
    }

    private boolean hasNotCome(LocalDate day) {
        return day.isAfter(own.today());
    }

    private static FieldError notYet(String pointer) {
        return new FieldError(pointer, "in-the-future", "must not be in the future");
    }

    private void record(Encounter encounter, String step, String detail) {
        store.add(JourneyStep.here(encounter.id(), clock.instant(), step, detail));
    }

    private static FieldError unknown(String pointer, String message) {
        return new FieldError(pointer, "unknown-reference", message);
    }
}
