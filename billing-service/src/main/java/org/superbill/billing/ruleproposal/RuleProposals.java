package org.superbill.billing.ruleproposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.editrule.ProposedRule;
import org.superbill.billing.editrule.RuleDefinition;
import org.superbill.billing.editrule.RuleTest;
import org.superbill.billing.edits.EditContexts;
import org.superbill.billing.edits.Edits;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** Offers the rule that would have caught a denial; writes nothing. */
@ApplicationScoped
class RuleProposals {
    private final Denials denials;
    private final ClaimContents claims;
    private final Edits edits;
    private final EditContexts contexts;
    private final Caller caller;
    private final Clock clock;

    RuleProposals(
            Denials denials, ClaimContents claims, Edits edits, EditContexts contexts, Caller caller, Clock clock) {
        this.denials = denials;
        this.claims = claims;
        this.edits = edits;
        this.contexts = contexts;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem {@code DENIAL_NOT_FOUND} */
    @Transactional
    RuleProposalView of(UUID denialId) {
        var denial = denials.get(denialId);
        var facts = claims.facts(denial.claimId(), denial.claimVersion());
        var sentOn = claims.sentOn(denial.claimId(), denial.claimVersion()).orElse(null);
        var denied = new DeniedService(denial, facts, sentOn);
        var today = LocalDate.ofInstant(
                clock.instant(), ZoneId.of(facts.organization().timeZone()));
        var found = edits.check(facts, contexts.of(facts, today)).stream()
                .filter(finding -> denial.lineNumber() == null
                        || finding.line() == null
                        || finding.line().equals(denial.lineNumber()))
                .toList();
        return new RuleProposalView(
                denialId,
                denial.reason(),
                found,
                denied.line()
                        .map(line -> rule(denied, line, today, caller.subject()))
                        .orElse(null));
    }

    /** By the reason, where that would have caught the line: a modifier or an authorization may have been there and not have helped. */
    static ProposedRule rule(DeniedService denied, EncounterCoded.Line line, LocalDate today, String owner) {
        var byReason = rule(denied, line, Proposal.of(denied, line), today, owner);
        var sentOn = denied.sentOn();
        return byReason.catches(denied.facts(), line, sentOn == null ? today : sentOn)
                ? byReason
                : rule(denied, line, Proposal.asItWas(denied, line), today, owner);
    }

    private static ProposedRule rule(
            DeniedService denied, EncounterCoded.Line line, Proposal proposal, LocalDate today, String owner) {
        var denial = denied.denial();
        return new ProposedRule(
                "denied-%s-%s-%s"
                        .formatted(
                                denial.group().toLowerCase(Locale.ROOT),
                                denial.carc().toLowerCase(Locale.ROOT),
                                line.billedCode().toLowerCase(Locale.ROOT)),
                denied.facts().payer().payerId(),
                definition(denial, proposal),
                today,
                owner);
    }

    /** As long as a rule's message may be. */
    private static String shortened(String message) {
        return message.length() <= RuleDefinition.LONGEST_MESSAGE
                ? message
                : message.substring(0, RuleDefinition.LONGEST_MESSAGE - 1) + "…";
    }

    private static RuleDefinition definition(DenialView denial, Proposal proposal) {
        return new RuleDefinition(
                RuleDefinition.Scope.line,
                proposal.condition(),
                RuleDefinition.Weight.reason,
                proposal.pointer(),
                shortened("The payer has denied this before: " + denial.reason()),
                proposal.fix(),
                "Denial %s-%s of %s".formatted(denial.group(), denial.carc(), denial.deniedAt()),
                List.of(
                        new RuleTest("as it was denied", true, proposal.caught()),
                        new RuleTest("otherwise", false, proposal.alone())));
    }
}
