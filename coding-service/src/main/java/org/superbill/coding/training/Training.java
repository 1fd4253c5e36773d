package org.superbill.coding.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.superbill.coding.coder.PracticeRecord;
import org.superbill.coding.codingcase.CaseChecks;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.codingscore.Scoring;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** What can be done in practice; each public method is one transaction. */
@ApplicationScoped
class Training implements PracticeRecord {
    private final TrainingStore store;
    private final CaseChecks checks;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    Training(
            TrainingStore store,
            CaseChecks checks,
            CodingPolicies policies,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem {@code PRACTICE_ANSWER_WRONG}, {@code CODE_FACTS_NOT_READY} */
    @Transactional
    PracticeCaseView add(PracticeCaseDetails details) {
        requireRight(details);
        var practiceCase = new PracticeCase(details, caller.subject(), clock.instant());
        store.persist(practiceCase);
        return practiceCase.view();
    }

    private void requireRight(PracticeCaseDetails details) {
        var errors = checks
                .objectionsToPractice(
                        details.kind(),
                        details.serviceDate(),
                        details.codedServices(),
                        details.gold().coding())
                .stream()
                .map(error -> new FieldError("/gold" + error.pointer(), error.code(), error.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(
                    TrainingProblem.PRACTICE_ANSWER_WRONG, "The rules find %d errors".formatted(errors.size()), errors);
        }
    }

    @Transactional
    Page<PracticeCaseView> list(PageRequest page) {
        return Page.of(store.list(page), page, PracticeCase::id).map(PracticeCase::view);
    }

    /** @throws Problem {@code PRACTICE_CASE_NOT_FOUND} */
    @Transactional
    PracticeCaseView read(UUID id) {
        return store.get(id).view();
    }

    /** Retired twice is retired. @throws Problem {@code PRACTICE_CASE_NOT_FOUND} */
    @Transactional
    PracticeCaseView retire(UUID id) {
        var practiceCase = store.get(id);
        practiceCase.retire(clock.instant());
        return practiceCase.view();
    }

    /** @throws Problem {@code PRACTICE_CASE_NOT_FOUND}, {@code PRACTICE_CASE_RETIRED} */
    @Transactional
    PracticeAttemptView attempt(UUID id, CaseCoding coding) {
        var practiceCase = store.get(id);
        if (practiceCase.isRetired()) {
            throw new Problem(TrainingProblem.PRACTICE_CASE_RETIRED, "The practice case is not in use any more");
        }
        var attempt = new PracticeAttempt(
                id,
                caller.subject(),
                coding,
                Scoring.compare(coding, practiceCase.gold()),
                !practiceCase.isMadeBy(caller.subject()) && !store.hasAttempted(id, caller.subject()),
                clock.instant());
        store.add(attempt);
        return attempt.view(practiceCase);
    }

    @Transactional
    PracticeProgress progress(String coder) {
        var thresholds = policies.current().thresholds();
        var all = store.firstAttempts(coder, Integer.MAX_VALUE);
        var recent = store.firstAttempts(
                coder, thresholds.trainingCases() == 0 ? Integer.MAX_VALUE : thresholds.trainingCases());
        var missing = objection(coder, thresholds);
        return new PracticeProgress(
                coder,
                all.cases(),
                all.accuracy(),
                recent.accuracy(),
                missing.isEmpty(),
                missing.orElse(null),
                store.days(coder, reference.zone()));
    }

    @Override
    @Transactional
    public Optional<String> objection(String subject, CodingPolicy.Thresholds thresholds) {
        if (thresholds.trainingCases() == 0) {
            return Optional.empty();
        }
        var recent = store.firstAttempts(subject, thresholds.trainingCases());
        if (recent.cases() < thresholds.trainingCases()) {
            return Optional.of("The coder has done fewer practice cases than the policy asks for");
        }
        var share = recent.accuracy().share();
        return share != null && share.compareTo(thresholds.trainingAccuracy()) >= 0
                ? Optional.empty()
                : Optional.of("The accuracy in practice cases is below what the policy asks for");
    }
}
