package org.superbill.coding.codecheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;

/** Checks the codes of an encounter as of its dates; one query for all of its codes. */
@ApplicationScoped
public class CodeChecks {
    private final Codes codes;

    CodeChecks(Codes codes) {
        this.codes = codes;
    }

    public Checked check(Coding coding) {
        var answers = codes.ask(questions(coding));
        var findings = CodeRules.check(coding, (system, code, on) -> {
            var answer = answers.get(new Codes.Question(system, code, on));
            if (answer == null) {
                throw new IllegalStateException("A rule asks for a code that is not in the coding");
            }
            return answer;
        });
        var warnings = answers.values().stream()
                .filter(CodeStatus::known)
                .flatMap(status -> status.warnings().stream())
                .distinct()
                .sorted()
                .toList();
        return new Checked(findings, warnings);
    }

    private static List<Codes.Question> questions(Coding coding) {
        var questions = new ArrayList<Codes.Question>();
        for (var diagnosis : coding.diagnoses()) {
            questions.add(new Codes.Question(CodeSystem.ICD_10_CM, diagnosis, coding.serviceDate()));
        }
        for (var line : coding.lines()) {
            questions.add(new Codes.Question(
                    CodeTable.procedureSystem(line.procedureCode()), line.procedureCode(), coding.dateOf(line)));
        }
        return questions;
    }
}
