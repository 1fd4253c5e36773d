package org.superbill.billing.secondary;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.billing.reference.Benefit;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PayerChanged;

/**
 * In which order coverages pay by the usual rules, as far as what is known of them tells. Pure. It proposes; who registers coverages
 * decides.
 */
final class OrderOfBenefits {
    private OrderOfBenefits() {}

    /** A coverage with its payer. */
    record Registered(CoverageChanged coverage, PayerChanged payer) {
        private Benefit known() {
            return new Benefit(coverage, payer.claimFilingIndicator());
        }
    }

    /**
     * A coverage in its turn.
     *
     * @param why it is there, in plain words
     */
    @Schema(name = "BenefitTurn")
    record Turn(int sequence, UUID coverageId, UUID payerId, String payerName, String why) {}

    /** @param registered in the order in which they are billed now, which stands where no rule tells */
    static List<Turn> of(List<Registered> registered) {
        var ordered = registered.stream()
                .sorted(Comparator.comparing(Registered::known, Benefit.ORDER))
                .toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(at -> turn(at + 1, ordered.get(at)))
                .toList();
    }

    private static Turn turn(int sequence, Registered benefit) {
        return new Turn(
                sequence,
                benefit.coverage().coverageId(),
                benefit.payer().payerId(),
                benefit.payer().name(),
                benefit.known().why());
    }
}
