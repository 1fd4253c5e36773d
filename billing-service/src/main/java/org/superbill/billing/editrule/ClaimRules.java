package org.superbill.billing.editrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.snapshot.PerOrganization;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What can be done with rules of payers and of the organization; each public method is one transaction. */
@ApplicationScoped
public class ClaimRules {
    /** Claims that one dry run looks at. */
    private static final int MOST_CLAIMS = 20_000;
    /** Rules of an organization that are on at a time, those of all its payers together. */
    static final int MOST_ACTIVE = 200;

    private final ClaimRuleStore store;
    private final Instance<PastClaims> past;
    private final Caller caller;
    private final Clock clock;
    private final PerOrganization<List<ClaimRule>> kept = new PerOrganization<>();

    ClaimRules(ClaimRuleStore store, Instance<PastClaims> past, Caller caller, Clock clock) {
        this.store = store;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those that are switched on, compiled; a change is seen in every replica within a second. */
    @Transactional
    public List<ClaimRule> of(UUID organization) {
        return kept.get(
                organization,
                store::stamp,
                () -> store.active().stream().map(StoredRule::rule).toList());
    }

    /** Those that were on at a moment of the past, compiled anew. */
    @Transactional
    public List<ClaimRule> switchedOn(Instant at) {
        return store.active(at).stream().map(StoredRule::rule).toList();
    }

    /**
     * A draft: of a new rule, or of the next version of one that there is.
     *
     * @throws Problem {@code CLAIM_RULE_CONDITION_INVALID}, {@code CLAIM_RULE_DRAFT_EXISTS}
     */
    @Transactional
    ClaimRuleView write(NewRule given) {
        compiled(given, 1);
        var before = store.versions(given.name());
        var rule = new StoredRule(given, before.isEmpty() ? 1 : before.get(0).version() + 1, change());
        try {
            store.persistAndFlush(rule);
        } catch (PersistenceException draftExists) {
            throw new Problem(ClaimRuleProblem.CLAIM_RULE_DRAFT_EXISTS, "The rule has a draft");
        }
        return rule.view();
    }

    /** @throws Problem {@code CLAIM_RULE_NOT_FOUND}, {@code CLAIM_RULE_CONDITION_INVALID}, {@code CLAIM_RULE_STEP_NOT_ALLOWED}, {@code STALE} */
    @Transactional
    ClaimRuleView rewrite(UUID id, @Nullable Revision expected, NewRule given) {
        var rule = locked(id, expected);
        compiled(given, rule.version());
        rule.rewrite(given, change());
        store.flush();
        return rule.view();
    }

    /** @throws Problem {@code CLAIM_RULE_NOT_FOUND} */
    @Transactional
    ClaimRuleView.Tested test(UUID id) {
        return tested(store.get(id));
    }

    /**
     * Switches a draft on: from its first day it judges claims, and the version before it ends.
     *
     * @throws Problem {@code CLAIM_RULE_NOT_FOUND}, {@code CLAIM_RULE_TESTS_FAILED}, {@code CLAIM_RULE_STEP_NOT_ALLOWED},
     *     {@code CLAIM_RULE_TOO_MANY}, {@code STALE}
     */
    @Transactional
    ClaimRuleView activate(UUID id, @Nullable Revision expected) {
        var rule = locked(id, expected);
        rule.requireDraft();
        requirePassed(tested(rule), rule.definition().tests());
        if (store.countOfOtherActive(rule.name()) >= MOST_ACTIVE) {
            throw new Problem(
                    ClaimRuleProblem.CLAIM_RULE_TOO_MANY,
                    "%d rules are on: one of them has to be switched off first".formatted(MOST_ACTIVE));
        }
        store.activeVersionsLocked(rule.name()).forEach(before -> before.endBefore(rule.effectiveFrom(), change()));
        rule.switchOn(change());
        return changed(rule);
    }

    /** @throws Problem {@code CLAIM_RULE_NOT_FOUND}, {@code CLAIM_RULE_STEP_NOT_ALLOWED}, {@code STALE} */
    @Transactional
    ClaimRuleView switchOff(UUID id, @Nullable Revision expected) {
        var rule = locked(id, expected);
        rule.switchOff(change());
        return changed(rule);
    }

    /** @throws Problem {@code CLAIM_RULE_NOT_FOUND} */
    @Transactional
    DryRun dryRun(UUID id, LocalDate from, LocalDate to) {
        var stored = store.get(id);
        var count = new DryRun.Count(stored.rule());
        var payerId = stored.view().payerId();
        var more = past.get().each(from, to, payerId, MOST_CLAIMS, count::add);
        return count.result(from, to, !more);
    }

    /** @throws Problem {@code CLAIM_RULE_NOT_FOUND} */
    @Transactional
    ClaimRuleView get(UUID id) {
        return store.get(id).view();
    }

    @Transactional
    Page<ClaimRuleView> list(StoredRule.@Nullable State state, PageRequest page) {
        var views = store.list(state, page.after(), page.fetch()).stream()
                .map(StoredRule::view)
                .toList();
        return Page.of(views, page, ClaimRuleView::id);
    }

    private StoredRule locked(UUID id, @Nullable Revision expected) {
        var rule = store.getLocked(id);
        Revision.requireMatch(expected, rule.revision());
        return rule;
    }

    private ClaimRuleView changed(StoredRule rule) {
        store.flush();
        kept.forget(caller.requireOrganization());
        return rule.view();
    }

    private StoredRule.Change change() {
        return new StoredRule.Change(caller.subject(), clock.instant());
    }

    /** Also what its tests say has to be readable. */
    private static void compiled(NewRule given, int version) {
        if (given.effectiveTo() != null && given.effectiveTo().isBefore(given.effectiveFrom())) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The rule would never be in force",
                    new FieldError("/effectiveTo", "before-first-day", "is not before effectiveFrom"));
        }
        var identity = new ClaimRule.Identity(
                given.name(), version, given.payerId(), given.effectiveFrom(), given.effectiveTo());
        try {
            var rule = ClaimRule.compiled(identity, given.definition());
            for (var test : given.definition().tests()) {
                var unused = test.run(rule);
            }
        } catch (Condition.NotACondition e) {
            throw invalid("/definition/condition", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw invalid("/definition/tests", String.valueOf(e.getMessage()));
        }
    }

    private static Problem invalid(String pointer, String message) {
        return new Problem(
                ClaimRuleProblem.CLAIM_RULE_CONDITION_INVALID,
                "The rule cannot be evaluated",
                new FieldError(pointer, "invalid", message));
    }

    private static ClaimRuleView.Tested tested(StoredRule stored) {
        var rule = stored.rule();
        var results =
                stored.definition().tests().stream().map(test -> test.run(rule)).toList();
        return new ClaimRuleView.Tested(results.stream().allMatch(RuleTest.Result::passed), results);
    }

    private static void requirePassed(ClaimRuleView.Tested tested, List<RuleTest> tests) {
        var errors = new ArrayList<FieldError>();
        if (tests.stream().noneMatch(RuleTest::catches) || tests.stream().allMatch(RuleTest::catches)) {
            errors.add(new FieldError(
                    "/definition/tests",
                    "too-few",
                    "There has to be a test that the rule catches and one that it leaves alone"));
        }
        for (var i = 0; i < tested.results().size(); i++) {
            var result = tested.results().get(i);
            if (!result.passed()) {
                errors.add(new FieldError("/definition/tests/" + i, "failed", "The claim was " + result.outcome()));
            }
        }
        if (!errors.isEmpty()) {
            throw new Problem(
                    ClaimRuleProblem.CLAIM_RULE_TESTS_FAILED,
                    "The rule is not switched on; nothing was changed",
                    errors);
        }
    }
}
