package org.superbill.coding.codeindex;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of the index, each of which is published as a file of its own. */
@Schema(name = "CodeIndexTableId")
public enum CodeIndexTable {
    ALPHABETIC("Index to Diseases and Injuries", List.of()),
    EXTERNAL_CAUSES("External Cause of Injuries Index", List.of()),
    NEOPLASMS(
            "Neoplasm Table",
            List.of(
                    "malignant primary",
                    "malignant secondary",
                    "carcinoma in situ",
                    "benign",
                    "uncertain behavior",
                    "unspecified behavior")),
    DRUGS(
            "Table of Drugs and Chemicals",
            List.of(
                    "poisoning, accidental",
                    "poisoning, intentional self-harm",
                    "poisoning, assault",
                    "poisoning, undetermined",
                    "adverse effect",
                    "underdosing"));

    private final String title;
    private final List<String> columns;

    CodeIndexTable(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** As in paths and queries: {@code external-causes}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What a term's codes are of, one after the other; empty where a term has plain codes. */
    public List<String> columns() {
        return columns;
    }

    public static Optional<CodeIndexTable> of(String id) {
        return Arrays.stream(values()).filter(table -> table.id().equals(id)).findFirst();
    }
}
