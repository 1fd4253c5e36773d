package org.superbill.coding.codingscore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a coding and the right one.
 *
 * @param pointer JSON Pointer into the coding that is judged; of something missing the list that it belongs in
 * @param coded what is there; absent when something is missing
 * @param correct what is right; absent when something is there that should not be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingError")
public record CodeError(
        ErrorKind kind,
        String pointer,
        @Nullable String coded,
        @Nullable String correct) {

    /** Whether what was wrong before still is: the wrong code is there, the right one is not, or the same is wrong about a code, at whatever place. */
    public boolean isSameMistakeAs(CodeError before) {
        return kind.isOfCode() && before.kind.isOfCode()
                ? coded != null && coded.equals(before.coded) || correct != null && correct.equals(before.correct)
                : kind == before.kind && Objects.equals(correct, before.correct);
    }
}
