package org.superbill.coding.codefact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Laterality;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.ProcedureSex;
import org.superbill.coderules.Side;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.ChronicConditions;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CodeSystemProblem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.servicekit.problem.Problem;

/** What is known of one code, for people to read. */
@ApplicationScoped
class CodeNotes {
    private final FactKeeper keeper;
    private final Codes codes;

    CodeNotes(FactKeeper keeper, Codes codes) {
        this.keeper = keeper;
        this.codes = codes;
    }

    /** @throws Problem {@code CODE_NOT_FOUND}, {@code CODE_FACTS_NOT_READY} */
    CodeNotesView notes(CodeSystem system, String code, LocalDate on) {
        var status = get(system, code, on);
        var entries = fact(keeper.current().facts(), status)
                .map(fact -> fact.place().notes())
                .map(NotedEntry::upward)
                .orElse(List.of());
        return new CodeNotesView(
                system,
                system.display(status.code()),
                on,
                entries.stream().map(NotedEntry::release).findFirst().orElse(null),
                entries.stream().map(entry -> CodeNotesView.Entry.of(entry, on)).toList());
    }

    /** @throws Problem {@code CODE_NOT_FOUND}, {@code CODE_FACTS_NOT_READY} */
    CodeFacetsView facets(CodeSystem system, String code, LocalDate on) {
        var status = get(system, code, on);
        var facts = keeper.current().facts();
        var fact = fact(facts, status);
        var lists = fact.isEmpty() ? List.<CodeList>of() : lists(facts, status.code(), on);
        return new CodeFacetsView(
                system,
                system.display(status.code()),
                on,
                sex(status, lists),
                lists.stream().flatMap(CodeNotes::ages).toList(),
                isOn(lists, CodeListKind.MANIFESTATION),
                isOn(lists, CodeListKind.UNACCEPTABLE_PRINCIPAL),
                isOn(lists, CodeListKind.QUESTIONABLE_ADMISSION),
                isOn(lists, CodeListKind.POA_EXEMPT),
                fact.map(known -> known.place().laterality())
                        .map(CodeNotes::laterality)
                        .orElse(null),
                fact.stream()
                        .flatMapToInt(known -> known.place().seventhCharacters().chars())
                        .mapToObj(Character::toString)
                        .toList(),
                fact.flatMap(known -> ChronicConditions.shipped().why(status.code(), status.longDescription()))
                        .orElse(null),
                lists.stream()
                        .map(list -> new CodeFacetsView.Source(list.kind().id(), list.source(), list.effectiveFrom()))
                        .toList());
    }

    private CodeStatus get(CodeSystem system, String code, LocalDate on) {
        var status = codes.ask(system, code, on);
        if (!status.known()) {
            throw new Problem(
                    CodeSystemProblem.CODE_NOT_FOUND, "No loaded release of %s has this code".formatted(system.id()));
        }
        return status;
    }

    /** Facts are known of ICD-10-CM codes. */
    private static Optional<CodeFact> fact(CodeFacts facts, CodeStatus status) {
        return status.system() == CodeSystem.ICD_10_CM
                ? Optional.ofNullable(facts.find(Terminology.ICD_10_CM, status.code(), status.on()))
                : Optional.empty();
    }

    private static List<CodeList> lists(CodeFacts facts, String code, LocalDate on) {
        return Arrays.stream(CodeListKind.values())
                .map(kind -> facts.listed(kind, code, on))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable String sex(CodeStatus status, List<CodeList> lists) {
        if (status.system() == CodeSystem.ICD_10_PCS) {
            var sex = ProcedureSex.of(status.code());
            return sex == null ? null : sex.name().toLowerCase(Locale.ROOT);
        }
        if (isOn(lists, CodeListKind.FEMALE_ONLY)) {
            return "female";
        }
        return isOn(lists, CodeListKind.MALE_ONLY) ? "male" : null;
    }

    private static boolean isOn(List<CodeList> lists, CodeListKind kind) {
        return lists.stream().anyMatch(list -> list.kind() == kind);
    }

    private static Stream<CodeFacetsView.Ages> ages(CodeList list) {
        return Stream.ofNullable(list.ages())
                .map(ages -> new CodeFacetsView.Ages(list.kind().id(), ages.first(), ages.last()));
    }

    private static CodeFacetsView.LateralityView laterality(Laterality laterality) {
        return new CodeFacetsView.LateralityView(
                laterality.side().word(),
                written(laterality, Side.RIGHT),
                written(laterality, Side.LEFT),
                written(laterality, Side.BILATERAL),
                written(laterality, Side.UNSPECIFIED));
    }

    private static @Nullable String written(Laterality laterality, Side side) {
        var code = laterality.sibling(side);
        return code == null ? null : CodeSystem.ICD_10_CM.display(code);
    }
}
