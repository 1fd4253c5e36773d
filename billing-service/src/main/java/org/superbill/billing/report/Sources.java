package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claim.FirstSubmissions;
import org.superbill.billing.ledger.Figures;
import org.superbill.billing.ledger.Figures.Origin;
import org.superbill.billing.remittance.RemittanceSources;
import org.superbill.billing.remittance.RemittanceSources.Place;
import org.superbill.servicekit.problem.Problem;

/** Opens an entry down to the segments of the files that it came from. */
@ApplicationScoped
class Sources {
    private final Figures books;
    private final RemittanceSources remittances;
    private final FirstSubmissions submissions;
    private final Archive archive;

    Sources(Figures books, RemittanceSources remittances, FirstSubmissions submissions, Archive archive) {
        this.books = books;
        this.remittances = remittances;
        this.submissions = submissions;
        this.archive = archive;
    }

    /** @throws Problem {@code LEDGER_ENTRY_NOT_FOUND} */
    @Transactional
    List<LineSource> of(UUID entryId) {
        var origins = books.origins(entryId);
        if (origins.isEmpty()) {
            throw new Problem(ReportProblem.LEDGER_ENTRY_NOT_FOUND, "No journal entry with this id");
        }
        var files = new HashMap<UUID, Optional<SegmentFinder>>();
        var places = new HashMap<Payment, Optional<Place>>();
        return origins.stream().map(origin -> source(origin, files, places)).toList();
    }

    private record Payment(UUID remittanceId, @Nullable UUID claimId) {}

    private LineSource source(
            Origin origin, Map<UUID, Optional<SegmentFinder>> files, Map<Payment, Optional<Place>> places) {
        if (origin.remittanceId() != null) {
            return places.computeIfAbsent(
                            new Payment(origin.remittanceId(), origin.claimId()),
                            payment -> remittances.of(
                                    payment.remittanceId(),
                                    payment.claimId(),
                                    origin.kind().endsWith("REVERSAL")))
                    .map(place -> source(
                            origin,
                            place.x12FileId(),
                            file(files, place.x12FileId())
                                    .map(finder -> finder.inRemittance(
                                            place.set(),
                                            place.claim(),
                                            place.servicesOf(origin.claimLine()),
                                            origin.reason(),
                                            origin.amount()))
                                    .orElse(List.of())))
                    .orElseGet(() -> source(origin, null, List.of()));
        }
        if (origin.claimId() != null && origin.kind().startsWith("CHARGE")) {
            return submissions
                    .ofCharge(origin.claimId(), origin.memo(), origin.occurredOn())
                    .map(sent -> source(
                            origin,
                            sent.submissionId(),
                            file(files, sent.submissionId())
                                    .map(finder -> finder.inClaimFile(sent.claimNumber(), origin.claimLine()))
                                    .orElse(List.of())))
                    .orElseGet(() -> source(origin, null, List.of()));
        }
        return source(origin, null, List.of());
    }

    private Optional<SegmentFinder> file(Map<UUID, Optional<SegmentFinder>> files, UUID id) {
        return files.computeIfAbsent(id, missing -> archive.find(missing).map(SegmentFinder::new));
    }

    private static LineSource source(Origin origin, @Nullable UUID fileId, List<SegmentFinder.Segment> segments) {
        return new LineSource(
                origin.lineNumber(),
                origin.account(),
                origin.amount().value(),
                origin.remittanceId(),
                fileId,
                segments.stream()
                        .map(segment -> new LineSource.Segment(segment.number(), segment.text()))
                        .toList());
    }
}
