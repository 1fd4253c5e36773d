package org.superbill.billing.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.SentClaims;
import org.superbill.billing.claim.SentClaims.SentClaim;
import org.superbill.billing.claim.SentClaims.Sum;
import org.superbill.billing.reconciliation.ReconciliationView.Check;
import org.superbill.billing.submission.FileTotals;
import org.superbill.billing.submission.FileTotals.FileTotal;
import org.superbill.billing.x12file.ReceivedFileCounts;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** Counts what was sent from several sides and compares. */
@ApplicationScoped
class Reconciliation {
    private static final int ATTEMPTS = 3;
    private static final int DIFFERING = 20;

    private final SentClaims claims;
    private final FileTotals files;
    private final ReceivedFileCounts received;
    private final Clock clock;

    Reconciliation(SentClaims claims, FileTotals files, ReceivedFileCounts received, Clock clock) {
        this.claims = claims;
        this.files = files;
        this.received = received;
        this.clock = clock;
    }

    /** What is sent between two of its counts makes them differ for a moment: only what differs each time does. */
    ReconciliationView report() {
        var report = QuarkusTransaction.joiningExisting().call(this::count);
        for (var attempt = 1; attempt < ATTEMPTS && !report.addsUp(); attempt++) {
            report = QuarkusTransaction.joiningExisting().call(this::count);
        }
        return report;
    }

    private ReconciliationView count() {
        var byState = claims.byState();
        var all = claims.all();
        var ofFiles = files.all();
        var mailings = new HashMap<>(claims.bySubmission());
        var carried = new HashMap<UUID, Sum>();
        ofFiles.forEach(file -> carried.put(file.id(), mailings.getOrDefault(file.id(), Sum.NOTHING)));
        mailings.keySet().removeAll(carried.keySet());
        var checks = List.of(
                check("claims-by-state", sum(byState), all, List.of()),
                perFile(ofFiles, carried),
                check("files-that-left", left(ofFiles), leftByClaims(ofFiles, carried), List.of()));
        return new ReconciliationView(
                clock.instant(),
                new ReconciliationView.Claims(all.count(), all.cents(), states(byState)),
                ofFiles(ofFiles),
                new ReconciliationView.Mailed(
                        sum(mailings).count(), sum(mailings).cents()),
                received.byState().entrySet().stream()
                        .map(state -> new ReconciliationView.Received(state.getKey(), state.getValue()))
                        .toList(),
                checks,
                checks.stream().allMatch(Check::addsUp));
    }

    private static List<ReconciliationView.State> states(Map<String, Sum> byState) {
        return byState.entrySet().stream()
                .map(state -> new ReconciliationView.State(
                        state.getKey(),
                        state.getValue().count(),
                        state.getValue().cents(),
                        "/api/v1/reconciliation/claims?state=" + state.getKey()))
                .toList();
    }

    private static ReconciliationView.Files ofFiles(List<FileTotal> files) {
        var states = files.stream().map(FileTotal::state).distinct().sorted().toList();
        var total = FileSum.of(files);
        return new ReconciliationView.Files(
                total.count,
                total.claims,
                total.cents,
                states.stream()
                        .map(state -> {
                            var sum = FileSum.of(files.stream()
                                    .filter(file -> file.state() == state)
                                    .toList());
                            return new ReconciliationView.FileState(
                                    state.wire(),
                                    sum.count,
                                    sum.claims,
                                    sum.cents,
                                    "/api/v1/submissions?state=" + state.wire());
                        })
                        .toList());
    }

    private record FileSum(long count, long claims, long cents) {
        static FileSum of(List<FileTotal> files) {
            return new FileSum(
                    files.size(),
                    files.stream().mapToLong(FileTotal::claimCount).sum(),
                    files.stream().mapToLong(FileTotal::cents).reduce(0, Math::addExact));
        }
    }

    /** What each file says that it carries, against the claims that say that they are in it. */
    private static Check perFile(List<FileTotal> files, Map<UUID, Sum> carried) {
        var differing = files.stream()
                .filter(file -> !carried.getOrDefault(file.id(), Sum.NOTHING).equals(of(file)))
                .map(file -> file.id().toString())
                .limit(DIFFERING)
                .toList();
        return check("claims-by-file", sumOf(files), sum(carried), differing);
    }

    private static Sum left(List<FileTotal> files) {
        return sumOf(files.stream().filter(file -> file.sentAt() != null).toList());
    }

    private static Sum leftByClaims(List<FileTotal> files, Map<UUID, Sum> carried) {
        return files.stream()
                .filter(file -> file.state().hasLeft())
                .map(file -> carried.getOrDefault(file.id(), Sum.NOTHING))
                .reduce(Sum.NOTHING, Sum::plus);
    }

    private static Sum sumOf(List<FileTotal> files) {
        return files.stream().map(Reconciliation::of).reduce(Sum.NOTHING, Sum::plus);
    }

    private static Sum of(FileTotal file) {
        return new Sum(file.claimCount(), file.cents());
    }

    private static Sum sum(Map<?, Sum> sums) {
        return sums.values().stream().reduce(Sum.NOTHING, Sum::plus);
    }

    private static Check check(String name, Sum left, Sum right, List<String> differing) {
        return new Check(
                name,
                left.count(),
                left.cents(),
                right.count(),
                right.cents(),
                left.equals(right) && differing.isEmpty(),
                differing);
    }

    @Transactional
    Page<SentClaim> claims(@Nullable String state, @Nullable UUID submissionId, PageRequest page) {
        return Page.of(claims.list(state, submissionId, page.after(), page.fetch()), page, SentClaim::claimId);
    }
}
