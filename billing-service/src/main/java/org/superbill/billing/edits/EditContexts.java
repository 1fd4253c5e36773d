package org.superbill.billing.edits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.codefact.CodeFactKeeper;
import org.superbill.billing.connection.Connections;
import org.superbill.billing.coveragelist.CoverageListUse;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.editrule.ClaimRules;
import org.superbill.billing.edittable.EditTableKeeper;
import org.superbill.billing.reference.ClaimFacts;

/** Gathers what edits may know of a claim besides its facts, from what this replica keeps in memory. */
@ApplicationScoped
public class EditContexts {
    private final Connections connections;
    private final EditTableKeeper tables;
    private final SentBefore sent;
    private final CodeFactKeeper codes;
    private final CoverageListUse coverage;
    private final ClaimRules rules;
    private final FilingLimits limits;

    EditContexts(
            Connections connections,
            EditTableKeeper tables,
            SentBefore sent,
            CodeFactKeeper codes,
            CoverageListUse coverage,
            ClaimRules rules,
            FilingLimits limits) {
        this.connections = connections;
        this.tables = tables;
        this.sent = sent;
        this.codes = codes;
        this.coverage = coverage;
        this.rules = rules;
        this.limits = limits;
    }

    /** For a claim that is new to its payer. @param today in the organization's time zone */
    public EditContext of(ClaimFacts facts, LocalDate today) {
        return of(facts, today, sent.before(facts));
    }

    /** What was sent before for the patients of a batch, by encounter; in one statement. */
    public Map<UUID, SameDayHistory> sentBefore(Collection<ClaimFacts> claims) {
        return sent.before(claims);
    }

    /** With what was sent before, fetched for a whole batch. */
    public EditContext of(ClaimFacts facts, LocalDate today, SameDayHistory history) {
        return new EditContext(
                today,
                connections.names(),
                tables.current(),
                history,
                codes.current(),
                coverage.of(facts.organizationId()),
                rules.of(facts.organizationId()),
                new FilingTerms(limits.inUse(facts.organizationId()), ClaimType.ORIGINAL, null),
                false);
    }
}
