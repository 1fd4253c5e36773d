package org.superbill.coding.codenote;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the organization has agreed on.
 *
 * @param codes of any system, with or without the dot; a category stands for every code under it
 * @param text without patient data: it is shown in other patients' cases
 */
@Schema(name = "CodingNoteDetails")
public record CodeNoteDetails(
        @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9A-Z]{2,10}") String> codes,
        @NotBlank @Size(max = 1_000) String text) {

    static final String EXAMPLE = """
            {"codes":["J06.9"],"text":"With a positive strep test code J02.0, also when the note says URI."}""";

    public CodeNoteDetails {
        codes = codes == null
                ? codes
                : codes.stream()
                        .map(CodeNoteDetails::stored)
                        .toList(); // may have nulls, which validation refuses afterwards
    }

    private static String stored(String code) {
        return code == null ? code : code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }
}
