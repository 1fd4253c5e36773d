package org.superbill.coding.codesystem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** WHO's maps between ICD-10 and ICD-11. */
@ApplicationScoped
class CodeMaps {
    /** WHO's own edition, of which no codes are loaded; ICD-10-CM is another. */
    private static final String ICD_10 = "icd-10";

    private static final int CATEGORY = 3;

    private final CodeTables tables;

    CodeMaps(CodeTables tables) {
        this.tables = tables;
    }

    /** By the editions in force on a day. @throws Problem {@code CODE_SYSTEM_NOT_FOUND} */
    List<CodeMapView> of(String system, String code, LocalDate on) {
        var stored = code.strip().replace(".", "").toUpperCase(Locale.ROOT);
        if (system.equals(ICD_10)) {
            return views(
                    List.of(CodeTable.ICD_10_TO_11, CodeTable.ICD_10_TO_SEVERAL_11),
                    stored,
                    CodeSystem.ICD_11_MMS.id(),
                    on);
        }
        if (system.equals(CodeSystem.ICD_11_MMS.id())) {
            return views(List.of(CodeTable.ICD_11_TO_10), stored, ICD_10, on);
        }
        throw new Problem(CodeSystemProblem.CODE_SYSTEM_NOT_FOUND, "Maps are there for icd-10 and icd-11-mms");
    }

    private List<CodeMapView> views(List<String> kinds, String code, String target, LocalDate on) {
        return kinds.stream()
                .flatMap(kind -> tables.inForce(kind, on).stream())
                .map(loaded -> new CodeMapView(
                        loaded.table().kind(),
                        loaded.table().release(),
                        target,
                        loaded.table().source(),
                        tables.mappingsOf(loaded, code).stream()
                                .map(mapping -> new CodeMapView.Target(
                                        written(target, mapping.target()), mapping.title(), mapping.relation()))
                                .toList()))
                .filter(view -> !view.items().isEmpty())
                .toList();
    }

    private static @Nullable String written(String system, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return CodeSystem.of(system)
                .map(known -> known.display(code))
                .orElseGet(() -> code.length() > CATEGORY && code.indexOf('-') < 0
                        ? code.substring(0, CATEGORY) + "." + code.substring(CATEGORY)
                        : code);
    }
}
