package org.superbill.billing.secondary;

import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.Relationship;

/**
 * In which order coverages pay by the usual rules, as far as what is known of them tells. Pure. It proposes; who registers coverages
 * decides. Source: NAIC Coordination of Benefits Model Regulation (MDL-120), section 6; 42 CFR 433.139 (Medicaid pays last); Medicare
 * Secondary Payer Manual (CMS 100-05), chapter 1.
 */
final class OrderOfBenefits {
    private static final Set<String> LIABILITY = Set.of("WC", "AM", "LM");
    private static final Set<String> MEDICARE = Set.of("MA", "MB", "16");
    private static final String MEDICAID = "MC";
    private static final Set<String> OF_LAST_RESORT = Set.of("MC", "VA", "CH");

    private OrderOfBenefits() {}

    /** A coverage with its payer. */
    record Benefit(CoverageChanged coverage, PayerChanged payer) {
        String kind() {
            return payer.claimFilingIndicator();
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
    static List<Turn> of(List<Benefit> registered) {
        var ordered = registered.stream()
                .sorted(Comparator.comparingInt(OrderOfBenefits::rank)
                        .thenComparing(OrderOfBenefits::birthday)
                        .thenComparing(benefit -> benefit.coverage().effectiveFrom()))
                .toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(at -> turn(at + 1, ordered.get(at)))
                .toList();
    }

    private static Turn turn(int sequence, Benefit benefit) {
        return new Turn(
                sequence,
                benefit.coverage().coverageId(),
                benefit.payer().payerId(),
                benefit.payer().name(),
                why(benefit));
    }

    /** Lower pays earlier. */
    private static int rank(Benefit benefit) {
        if (LIABILITY.contains(benefit.kind())) {
            return 0;
        }
        if (OF_LAST_RESORT.contains(benefit.kind())) {
            return benefit.kind().equals(MEDICAID) ? 5 : 4;
        }
        if (MEDICARE.contains(benefit.kind())) {
            return 3;
        }
        return benefit.coverage().relationshipToSubscriber() == Relationship.self ? 1 : 2;
    }

    /** Of two parents' plans the one whose birthday is earlier in the year; the year of birth does not count. */
    private static MonthDay birthday(Benefit benefit) {
        var subscriber = benefit.coverage().subscriber();
        return benefit.coverage().relationshipToSubscriber() == Relationship.child
                        && subscriber != null
                        && subscriber.birthDate() != null
                ? MonthDay.from(subscriber.birthDate())
                : MonthDay.of(12, 31);
    }

    private static String why(Benefit benefit) {
        return switch (rank(benefit)) {
            case 0 -> "Whoever is liable for the injury pays before health plans";
            case 1 -> "A plan pays for its own subscriber before plans of others";
            case 2 ->
                benefit.coverage().relationshipToSubscriber() == Relationship.child
                        ? "Of parents' plans the one pays first whose subscriber's birthday is earlier in the year"
                        : "A plan pays for a dependent after the dependent's own plan";
            case 3 -> "Medicare pays after an employer's plan of someone who works; whether that is so has to be asked";
            case 4 -> "Programs of the Department of Veterans Affairs and of TRICARE pay after health plans";
            default -> "Medicaid pays last";
        };
    }
}
