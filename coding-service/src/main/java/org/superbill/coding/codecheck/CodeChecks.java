package org.superbill.coding.codecheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownProcedure;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.rule.CodeRules;
import org.superbill.coding.codefact.FactKeeper;
import org.superbill.coding.codefact.KnownFacts;
import org.superbill.coding.codesystem.CodeDetails;
import org.superbill.servicekit.problem.Problem;

/** Checks the codes of an encounter as of its dates, in memory; only for a code that may not be used on the day the database is asked what took its place. */
@ApplicationScoped
public class CodeChecks {
    private final FactKeeper facts;
    private final CodeDetails details;

    CodeChecks(FactKeeper facts, CodeDetails details) {
        this.facts = facts;
        this.details = details;
    }

    /** @throws Problem {@code CODE_FACTS_NOT_READY}, when loading takes longer than anybody waits */
    public Checked check(CodeSet codes) {
        var known = facts.awaited();
        var findings = CodeRules.check(codes, new WithCandidates(known.facts(), details::candidates)).stream()
                .map(Finding::of)
                .toList();
        return new Checked(findings, warnings(codes, known));
    }

    /** About the releases that judge known codes, e.g. that one is past its year. */
    private static List<String> warnings(CodeSet codes, KnownFacts known) {
        var set = new KnownSet(codes, known.facts());
        return Stream.of(
                        set.diagnoses().stream().map(KnownDiagnosis::fact),
                        set.lines().stream().map(KnownLine::fact),
                        set.procedures().stream().map(KnownProcedure::fact))
                .flatMap(fact -> fact.flatMap(Stream::ofNullable))
                .map(Judged::of)
                .distinct()
                .flatMap(judged -> judged.warnings(known))
                .distinct()
                .sorted()
                .toList();
    }

    /** A code system and the day as of which its codes are judged. */
    private record Judged(Terminology terminology, LocalDate on) {
        static Judged of(CodeFact fact) {
            return new Judged(fact.terminology(), fact.on());
        }

        Stream<String> warnings(KnownFacts known) {
            return Systems.of(terminology).stream()
                    .map(system -> known.releases().of(system))
                    .flatMap(releases -> releases.warnings(on).stream());
        }
    }
}
