package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.superbill.coding.cac.Cac;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Visit;
import org.superbill.coding.visit.Visits;

/** The procedures of a visit as an organization is shown them: surer or less sure by what its coders decided, and none that its day does not know. */
@ApplicationScoped
class VisitCodes {
    private final Codes codes;

    private final DrugCodes drugs;

    VisitCodes(Codes codes, DrugCodes drugs) {
        this.codes = codes;
        this.drugs = drugs;
    }

    /** @param warnings what was left out, and why */
    record Checked(List<Procedure> procedures, List<String> warnings) {}

    Checked of(Visit visit, Cac.Learned learned) {
        var procedures = Visits.of(visit, drugs.on(visit.on())).stream()
                .map(procedure -> adjusted(procedure, learned))
                .toList();
        var questions = procedures.stream()
                .flatMap(procedure -> question(procedure, visit.on()).stream())
                .toList();
        return checked(procedures, visit.on(), codes.ask(questions));
    }

    /** What is of several numbers, of which the record does not tell one, is never proposed, whatever the threshold. */
    static boolean isProposed(Procedure procedure, double threshold) {
        return procedure.confidence() > 0 && procedure.confidence() >= threshold;
    }

    static Procedure adjusted(Procedure procedure, Cac.Learned learned) {
        var confidence = learned.adjusted(procedure.system(), procedure.code(), procedure.confidence());
        return confidence == procedure.confidence()
                ? procedure
                : new Procedure(
                        procedure.system(),
                        procedure.code(),
                        procedure.title(),
                        procedure.modifiers(),
                        procedure.units(),
                        Math.round(confidence * 1000) / 1000.0,
                        procedure.said(),
                        procedure.why(),
                        procedure.missing());
    }

    /** @param known a status for each procedure that {@link #question} asks about */
    static Checked checked(List<Procedure> procedures, LocalDate on, Map<Codes.Question, CodeStatus> known) {
        var kept = new ArrayList<Procedure>();
        var warnings = new ArrayList<String>();
        for (var procedure : procedures) {
            question(procedure, on)
                    .map(known::get)
                    .filter(VisitCodes::isRefused)
                    .ifPresentOrElse(
                            status -> warnings.add("%s %s is not proposed: it is not valid on %s by release %s."
                                    .formatted(status.system().id(), status.code(), on, status.release())),
                            () -> kept.add(procedure));
        }
        return new Checked(kept, warnings);
    }

    /** @return empty for what is no one number */
    private static Optional<Codes.Question> question(Procedure procedure, LocalDate on) {
        return CodeSystem.of(procedure.system())
                .filter(system -> system.accepts(procedure.code()))
                .map(system -> new Codes.Question(system, procedure.code(), on));
    }

    /** Where the system is loaded. A release past its year cannot tell of codes that are newer than it. */
    private static boolean isRefused(CodeStatus status) {
        return switch (status.validity()) {
            case VALID -> false;
            case NOT_ON_THIS_DATE -> status.release() != null;
            case UNKNOWN -> status.release() != null && status.warnings().isEmpty();
        };
    }
}
