package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.superbill.events.CodingAudited;
import org.superbill.servicekit.outbox.Outbox;

/** Asks billing, which has the contracts, what the payer of a case allows for other codes. */
@ApplicationScoped
public class CaseEffects {
    private final CodingCaseStore store;
    private final Outbox outbox;

    CaseEffects(CodingCaseStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * @param auditItemId under which the answer comes
     * @throws org.superbill.servicekit.problem.Problem {@code CODING_CASE_NOT_FOUND}
     */
    @Transactional
    public void ask(UUID auditItemId, FinalCoding coded, CaseCoding correct) {
        var codingCase = store.get(coded.caseId());
        var encounter = codingCase.encounter();
        outbox.publish(new CodingAudited(
                auditItemId,
                encounter.id(),
                codingCase.kind() == CaseKind.PROFESSIONAL
                        ? null
                        : codingCase.kind().id(),
                encounter.setting().isStay() ? encounter.setting().id() : null,
                encounter.locationId(),
                encounter.coverageIds(),
                lines(encounter, coded, coded.coding()),
                lines(encounter, coded, correct)));
    }

    private static List<CodingAudited.Line> lines(CaseEncounter encounter, FinalCoding coded, CaseCoding coding) {
        return coding.lines().stream()
                .map(line -> encounter.audited(line, coded))
                .toList();
    }
}
