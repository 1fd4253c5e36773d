package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.superbill.billing.coveragelist.CoverageLists;
import org.superbill.billing.editrule.ClaimRule;
import org.superbill.billing.edittable.EditTables;
import org.superbill.coderules.CodeFacts;

/**
 * What an edit may know besides the facts.
 *
 * @param today in the organization's time zone; a replay of the past takes a day of the past
 * @param connections the names of the connections that operations configured
 * @param tables CMS's tables as they are in use
 * @param history what was already sent for the patient
 * @param codes what is known of codes; {@link CodeFacts#NONE} where there is no coding-service
 * @param coverage which diagnoses procedures are covered for
 * @param rules of payers and of the organization, those that are switched on
 * @param filing by when the payer has to have it
 * @param inIcd9 whether the diagnoses are ICD-9-CM, as an 837 may say (HI with BK and BF): no rule of ICD-10-CM judges them
 */
public record EditContext(
        LocalDate today,
        Set<String> connections,
        EditTables tables,
        SameDayHistory history,
        CodeFacts codes,
        CoverageLists coverage,
        List<ClaimRule> rules,
        FilingTerms filing,
        boolean inIcd9) {
    public EditContext {
        connections = Set.copyOf(connections);
        rules = List.copyOf(rules);
    }

    /** Without codes, lists and rules of the organization. */
    public EditContext(LocalDate today, Set<String> connections, EditTables tables, SameDayHistory history) {
        this(
                today,
                connections,
                tables,
                history,
                CodeFacts.NONE,
                CoverageLists.NONE,
                List.of(),
                FilingTerms.OF_PROFILE,
                false);
    }

    /** Without tables and without history. */
    public EditContext(LocalDate today, Set<String> connections) {
        this(today, connections, EditTables.EMPTY, SameDayHistory.NONE);
    }

    public EditContext with(EditTables others) {
        return new EditContext(today, connections, others, history, codes, coverage, rules, filing, inIcd9);
    }

    public EditContext with(SameDayHistory sent) {
        return new EditContext(today, connections, tables, sent, codes, coverage, rules, filing, inIcd9);
    }

    public EditContext with(CodeFacts facts) {
        return new EditContext(today, connections, tables, history, facts, coverage, rules, filing, inIcd9);
    }

    public EditContext with(CoverageLists lists) {
        return new EditContext(today, connections, tables, history, codes, lists, rules, filing, inIcd9);
    }

    public EditContext with(List<ClaimRule> others) {
        return new EditContext(today, connections, tables, history, codes, coverage, others, filing, inIcd9);
    }

    public EditContext with(FilingTerms terms) {
        return new EditContext(today, connections, tables, history, codes, coverage, rules, terms, inIcd9);
    }

    /** For a claim whose diagnoses are in the edition before. */
    public EditContext ofIcd9() {
        return new EditContext(today, connections, tables, history, codes, coverage, rules, filing, true);
    }

    /** For a claim that comes from elsewhere, whose way to its payer is not ours to judge. */
    public EditContext withConnection(String name) {
        var all = new HashSet<>(connections);
        all.add(name);
        return new EditContext(today, all, tables, history, codes, coverage, rules, filing, inIcd9);
    }
}
