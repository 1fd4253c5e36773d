package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.claim.FirstSubmissions;

/** How many claims pass the first time. */
@ApplicationScoped
class CleanClaimRate implements Report {
    private static final String CLEAN = "clean";
    private static final String ANSWERED = "answered";

    private final FirstSubmissions submissions;

    CleanClaimRate(FirstSubmissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public String name() {
        return "clean-claim-rate";
    }

    @Override
    public String meaning() {
        return "Claims first sent in the range that the payer accepted as they were first built, without a failed edit, a rejection or a return as unprocessable, divided by those first sent in it that were answered; claims that a former system sent are in neither";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var counts = submissions.count(query.from(), query.to());
        var clean = Figure.claims(CLEAN, "Accepted as they were first built", counts.clean());
        var answered = Figure.claims(ANSWERED, "First sent in the range and answered", counts.answered());
        return List.of(Figure.quotient("rate", "Clean claims", Figure.Unit.RATIO, clean, answered, 1), clean, answered);
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        if (!figure.equals(CLEAN) && !figure.equals(ANSWERED)) {
            return Optional.empty();
        }
        return Optional.of(submissions.list(query.from(), query.to(), figure.equals(CLEAN), after, limit).stream()
                .map(claim -> new FigureItem(
                        claim.claimId(),
                        null,
                        claim.claimId(),
                        claim.patientId(),
                        null,
                        claim.sentOn(),
                        claim.clean() ? CLEAN : "not-clean",
                        null))
                .toList());
    }
}
