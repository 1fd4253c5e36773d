package org.superbill.billing.ruleproposal;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.superbill.events.EncounterCoded;

/**
 * What distinguishes the refused line, as a condition, with a claim that it catches and one that it leaves alone.
 *
 * @param pointer into the line
 * @param fix what to do about a finding
 */
record Proposal(String condition, String pointer, String fix, Map<String, Object> caught, Map<String, Object> alone) {
    private static final List<String> KEEP_APART = List.of("25", "59", "XE", "XP", "XS", "XU");

    /** By the claim adjustment reason code. */
    static Proposal of(DeniedService denied, EncounterCoded.Line line) {
        return switch (denied.denial().carc()) {
            case "4" -> modifiers(line);
            case "5" -> place(denied, line);
            case "6" -> age(denied, line);
            case "7" -> sex(denied, line);
            case "11", "50", "167" -> diagnoses(denied, line);
            case "15", "197", "198" -> authorization(line);
            case "29" -> days(denied, line);
            case "97", "231", "234", "236" -> bundled(denied, line);
            default -> asItWas(denied, line);
        };
    }

    private static Proposal modifiers(EncounterCoded.Line line) {
        var condition = "%s && line_modifiers == %s".formatted(procedure(line), list(line.modifiers()));
        var other = List.of(line.modifiers().contains("25") ? "59" : "25");
        return new Proposal(
                condition,
                "/modifiers",
                "Add the modifier that the payer asks for, or correct those that are there",
                claim(Map.of(), lineOf(line, Map.of("modifiers", line.modifiers()))),
                claim(Map.of(), lineOf(line, Map.of("modifiers", other))));
    }

    private static Proposal place(DeniedService denied, EncounterCoded.Line line) {
        var place = denied.facts().location().placeOfService();
        return new Proposal(
                "%s && place_of_service == %s".formatted(procedure(line), text(place)),
                "/procedureCode",
                "Correct the place of service or the procedure",
                claim(Map.of("place_of_service", place), lineOf(line, Map.of())),
                claim(Map.of("place_of_service", place.equals("99") ? "11" : "99"), lineOf(line, Map.of())));
    }

    private static Proposal age(DeniedService denied, EncounterCoded.Line line) {
        var age = denied.ageYears();
        return new Proposal(
                "%s && patient_age == %d".formatted(procedure(line), age),
                "/procedureCode",
                "Choose the procedure for the patient's age; widen the ages of the rule by the payer's manual",
                claim(Map.of("patient_age", age), lineOf(line, Map.of())),
                claim(Map.of("patient_age", age + 1), lineOf(line, Map.of())));
    }

    private static Proposal sex(DeniedService denied, EncounterCoded.Line line) {
        var sex = denied.facts().patient().sex().name();
        return new Proposal(
                "%s && patient_sex == %s && !('KX' in line_modifiers)".formatted(procedure(line), text(sex)),
                "/procedureCode",
                "Correct the sex on file; where it is right, add modifier KX",
                claim(Map.of("patient_sex", sex), lineOf(line, Map.of())),
                claim(Map.of("patient_sex", sex), lineOf(line, Map.of("modifiers", List.of("KX")))));
    }

    private static Proposal diagnoses(DeniedService denied, EncounterCoded.Line line) {
        var diagnoses = denied.diagnosesOf(line);
        return new Proposal(
                "%s && line_diagnoses.size() > 0 && line_diagnoses.all(d, d in %s)"
                        .formatted(procedure(line), list(diagnoses)),
                "/diagnosisPointers",
                "Point the line to a diagnosis for which the payer covers it, where the record has one",
                claim(Map.of(), lineOf(line, Map.of("diagnoses", diagnoses))),
                claim(Map.of(), lineOf(line, Map.of("diagnoses", List.of("Z9999")))));
    }

    private static Proposal authorization(EncounterCoded.Line line) {
        return new Proposal(
                "%s && authorization_number == ''".formatted(procedure(line)),
                "/procedureCode",
                "Get the payer's authorization and name it; add the procedure to those that the payer's profile authorizes",
                claim(Map.of(), lineOf(line, Map.of())),
                claim(Map.of("authorization_number", "A1"), lineOf(line, Map.of())));
    }

    private static Proposal days(DeniedService denied, EncounterCoded.Line line) {
        var sent = denied.sentOn();
        var first = denied.facts().encounter().serviceDate();
        var days = sent == null ? 365 : ChronoUnit.DAYS.between(first, sent);
        return new Proposal(
                "days_since_service >= %d".formatted(days),
                "/serviceDate",
                "Send with proof of timely filing; correct the payer's filing limit in its profile",
                claim(Map.of("days_since_service", days), lineOf(line, Map.of())),
                claim(Map.of("days_since_service", days - 1), lineOf(line, Map.of())));
    }

    private static Proposal bundled(DeniedService denied, EncounterCoded.Line line) {
        var beside = denied.procedureBeside(line);
        if (beside.isEmpty()) {
            return asItWas(denied, line);
        }
        var other = Map.<String, Object>of("number", line.lineNumber() + 1, "procedure", beside.get(0));
        return new Proposal(
                "%s && lines.exists(l, l.procedure in %s) && !line_modifiers.exists(m, m in %s)"
                        .formatted(procedure(line), list(beside), list(KEEP_APART)),
                "/modifiers",
                "Do not bill it beside the other, or add the modifier that keeps them apart where the record supports it",
                claim(Map.of(), List.of(lineOf(line, Map.of()), other)),
                claim(Map.of(), List.of(lineOf(line, Map.of("modifiers", List.of("59"))), other)));
    }

    /** For a reason of which no single field is to blame: the same procedure with the same modifiers at the same place. */
    static Proposal asItWas(DeniedService denied, EncounterCoded.Line line) {
        var place = denied.facts().location().placeOfService();
        return new Proposal(
                "%s && line_modifiers == %s && place_of_service == %s"
                        .formatted(procedure(line), list(line.modifiers()), text(place)),
                "/procedureCode",
                "Look at the denial that the rule was made of, and narrow the rule to what was wrong",
                claim(Map.of("place_of_service", place), lineOf(line, Map.of("modifiers", line.modifiers()))),
                claim(
                        Map.of("place_of_service", place.equals("99") ? "11" : "99"),
                        lineOf(line, Map.of("modifiers", line.modifiers()))));
    }

    private static String procedure(EncounterCoded.Line line) {
        return line.procedureCode().isEmpty()
                ? "line_revenue_code == " + text(line.billedCode())
                : "line_procedure == " + text(line.procedureCode());
    }

    private static Map<String, Object> lineOf(EncounterCoded.Line line, Map<String, Object> more) {
        var all = new HashMap<String, Object>(more);
        all.put("number", line.lineNumber());
        if (line.procedureCode().isEmpty()) {
            all.put("revenue_code", line.billedCode());
        } else {
            all.put("procedure", line.procedureCode());
        }
        return all;
    }

    private static Map<String, Object> claim(Map<String, Object> fields, Map<String, Object> line) {
        return claim(fields, List.of(line));
    }

    private static Map<String, Object> claim(Map<String, Object> fields, List<Map<String, Object>> lines) {
        var all = new HashMap<String, Object>(fields);
        all.put("lines", lines);
        return all;
    }

    private static String list(List<String> codes) {
        return codes.stream().map(Proposal::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Codes are letters and digits; nothing else gets into a condition. */
    private static String text(String code) {
        return "'" + code.replaceAll("[^A-Za-z0-9]", "") + "'";
    }
}
