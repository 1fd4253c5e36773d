package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.remittance.FirstDecisions;

/** How many claims payers refuse. What was never adjudicated (rejected) or returned as unprocessable is no denial and no decision. */
@ApplicationScoped
class DenialRate implements Report {
    private static final String DENIED = "denied";
    private static final String PARTLY_DENIED = "partly-denied";
    private static final String DECIDED = "decided";

    private final FirstDecisions decisions;

    DenialRate(FirstDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "denial-rate";
    }

    @Override
    public String meaning() {
        return "Claims whose first decision by the first payer came with a payment dated in the range and refused all of the claim, divided by all claims first decided so; rejected and unprocessable claims are in neither";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var counts = decisions.count(query.from(), query.to());
        var denied = Figure.claims(DENIED, "Refused as a whole", counts.denied());
        var partly = Figure.claims(PARTLY_DENIED, "Refused in part", counts.partlyDenied());
        var decided = Figure.claims(DECIDED, "Decided for the first time", counts.decided());
        return List.of(
                Figure.quotient("rate", "Denials", Figure.Unit.RATIO, denied, decided, 1),
                Figure.quotient("partial-rate", "Denials in part", Figure.Unit.RATIO, partly, decided, 1),
                denied,
                partly,
                decided);
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        var adjudications = switch (figure) {
            case DENIED -> FirstDecisions.DENIED;
            case PARTLY_DENIED -> FirstDecisions.PARTLY_DENIED;
            case DECIDED -> FirstDecisions.DECIDED;
            default -> List.<String>of();
        };
        if (adjudications.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(decisions.list(query.from(), query.to(), adjudications, after, limit).stream()
                .map(decision -> new FigureItem(
                        decision.claimId(),
                        null,
                        decision.claimId(),
                        null,
                        decision.remittanceId(),
                        decision.on(),
                        decision.adjudication(),
                        null))
                .toList());
    }
}
