package org.superbill.billing.codingeffect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.contract.ContractedService;
import org.superbill.billing.contract.ExpectedAllowed;
import org.superbill.billing.feeschedule.FeeSchedules;
import org.superbill.billing.feeschedule.ServiceToPrice;
import org.superbill.billing.reference.Reference;
import org.superbill.events.CodingAudited;
import org.superbill.events.CodingEffectPriced;
import org.superbill.events.CoverageChanged;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.NotYet;
import org.superbill.servicekit.outbox.Outbox;

/** Answers what the primary payer is expected to allow for two codings of the same encounter, by the contracts of today. */
@ApplicationScoped
public class CodingEffects {
    private final Reference reference;
    private final ExpectedAllowed contracts;
    private final FeeSchedules feeSchedules;
    private final Outbox outbox;

    CodingEffects(Reference reference, ExpectedAllowed contracts, FeeSchedules feeSchedules, Outbox outbox) {
        this.reference = reference;
        this.contracts = contracts;
        this.feeSchedules = feeSchedules;
        this.outbox = outbox;
    }

    /** @throws NotYet while the coverage or the location has not been told */
    @Transactional(TxType.MANDATORY)
    public void audited(CodingAudited question) {
        var payer = payerOf(question);
        var place = placeOf(question);
        outbox.publish(new CodingEffectPriced(
                question.auditItemId(),
                question.encounterId(),
                payer,
                priced(question, payer, place, question.coded()),
                priced(question, payer, place, question.correct())));
    }

    /** Each coding by itself: what a line is worth may depend on what else was done. */
    private List<CodingEffectPriced.Line> priced(
            CodingAudited question, @Nullable UUID payer, String place, List<CodingAudited.Line> lines) {
        var coding = Ids.next();
        var charged = charged(payer, lines);
        var services = payer == null || EffectLine.isStay(question)
                ? List.<ContractedService>of()
                : charged.stream()
                        .map(line -> line.service(coding, payer, place))
                        .toList();
        var answers = contracts.answers(services);
        return charged.stream()
                .map(line -> line.priced(question, coding, payer, place, answers))
                .toList();
    }

    private @Nullable UUID payerOf(CodingAudited question) {
        return question.coverageIds().stream()
                .findFirst()
                .map(id -> reference
                        .coverage(id)
                        .map(CoverageChanged::payerId)
                        .orElseThrow(() -> new NotYet("coverage " + id, id)))
                .orElse(null);
    }

    private String placeOf(CodingAudited question) {
        var id = question.locationId();
        var location = reference
                .practice(id)
                .orElseThrow(() -> new NotYet("practice " + id, id))
                .location();
        return location == null ? "" : location.placeOfService();
    }

    /** What the clinic has not charged, not with this code and these units, has no charge yet: it would have the fee schedule's. */
    private List<EffectLine> charged(@Nullable UUID payer, List<CodingAudited.Line> lines) {
        var without = lines.stream().filter(line -> line.chargeCents() == null).toList();
        var proposals = feeSchedules.propose(
                payer,
                without.stream()
                        .map(line -> new ServiceToPrice(
                                line.procedureCode(), line.modifiers(), line.units(), line.serviceDate()))
                        .toList());
        return lines.stream()
                .map(line -> new EffectLine(
                        line,
                        line.chargeCents() == null
                                ? proposals.get(without.indexOf(line)).chargeCents()
                                : line.chargeCents()))
                .toList();
    }
}
