package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.coding.codingcase.CaseEffects;
import org.superbill.events.CodingEffectPriced;

/** What judged codings mean in money: billing is asked and answers by event. */
@ApplicationScoped
public class AuditEffects {
    private final AuditStore store;
    private final CaseEffects cases;
    private final Clock clock;

    AuditEffects(AuditStore store, CaseEffects cases, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    /** Asks about what the auditor has said, now or instead of what was said before. */
    @Transactional
    void judged(AuditItem item) {
        store.findEffect(item.id()).ifPresent(AuditEffect::forget);
        ask(item);
    }

    /** Asks, or asks again: contracts may have come since. Nothing is asked about what has no error. */
    @Transactional
    void ask(AuditItem item) {
        var correct = item.correctWhereWrong();
        if (correct == null) {
            return;
        }
        store.findEffect(item.id())
                .ifPresentOrElse(
                        known -> known.askedAgain(clock.instant()),
                        () -> store.add(new AuditEffect(item, clock.instant())));
        cases.ask(item.id(), item.coded(), correct);
    }

    /** Billing has answered. */
    @Transactional
    public void priced(CodingEffectPriced answer) {
        store.findEffect(answer.auditItemId())
                .ifPresent(asked -> asked.priced(
                        answer.payerId(), EffectLine.paired(answer.coded(), answer.correct()), clock.instant()));
    }

    /** By item. */
    Map<UUID, AuditEffectView> of(UUID auditId, Collection<AuditItem> items) {
        return store.effects(auditId, items.stream().map(AuditItem::id).toList()).stream()
                .collect(Collectors.toMap(AuditEffect::itemId, AuditEffect::view));
    }
}
