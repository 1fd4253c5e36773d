package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Objects;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.search.CodeUse;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.outbox.Outbox;

/** What follows when a case is released: its version is kept and billing hears of it, in the transaction of the release. */
@ApplicationScoped
class CaseRelease {
    private final CodingCaseStore store;
    private final Outbox outbox;
    private final CodeUse use;
    private final CaseTasks tasks;
    private final Event<CasesReleased> told;

    CaseRelease(CodingCaseStore store, Outbox outbox, CodeUse use, CaseTasks tasks, Event<CasesReleased> told) {
        this.store = store;
        this.outbox = outbox;
        this.use = use;
        this.tasks = tasks;
        this.told = told;
    }

    /** Does nothing while the case waits for an auditor. */
    void follow(CodingCase codingCase, CodingPolicy policy) {
        follow(List.of(codingCase), policy);
    }

    /** Of several cases; does nothing with those that are not released. */
    void follow(List<CodingCase> cases, CodingPolicy policy) {
        var released = cases.stream()
                .filter(one -> one.progress().is(CaseStatus.RELEASED))
                .toList();
        if (released.isEmpty()) {
            return;
        }
        released.forEach(codingCase -> store.keep(new CodingCaseVersion(codingCase)));
        outbox.publish(released.stream()
                .map(codingCase -> told(
                        codingCase,
                        Objects.requireNonNull(codingCase.progress().codedBy(), "A released case has a coder"),
                        policy))
                .toList());
        released.forEach(codingCase -> use(codingCase.coding()));
        tasks.released(released);
        var worked = released.stream()
                .filter(one -> !one.progress().passedThrough()) // of which nothing was written yet
                .map(CodingCase::id)
                .toList();
        if (!worked.isEmpty()) {
            told.fire(new CasesReleased(worked));
        }
    }

    private void use(CaseCoding coding) {
        use.finalized(
                coding.diagnoses(),
                coding.lines().stream()
                        .map(CodedLine::procedureCode)
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    /** What an office visit has not is absent, as it was before there were stays. */
    static EncounterCoded told(CodingCase codingCase, String coder, CodingPolicy policy) {
        var encounter = codingCase.encounter();
        var coding = codingCase.coding();
        return new EncounterCoded(
                encounter.id(),
                codingCase.progress().version(),
                codingCase.id(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.locationId(),
                encounter.coverageIds(),
                encounter.serviceDate(),
                coding.diagnoses(),
                coding.lines().stream()
                        .map(line -> encounter.told(line, codingCase.kind()))
                        .toList(),
                coder,
                codingCase.kind() == CaseKind.PROFESSIONAL
                        ? null
                        : codingCase.kind().id(),
                encounter.setting().isStay() ? encounter.setting().id() : null,
                encounter.admissionDate(),
                encounter.dischargeDate(),
                coding.presentOnAdmission().isEmpty() ? null : coding.presentOnAdmission(),
                coding.procedures().isEmpty()
                        ? null
                        : coding.procedures().stream()
                                .map(procedure -> new EncounterCoded.Procedure(
                                        procedure.code(), procedure.date(), procedure.practitionerId()))
                                .toList(),
                policy.dutiesApart() ? true : null,
                encounter.claimDetails());
    }
}
