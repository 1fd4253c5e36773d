package org.superbill.coding.codecheck;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something about the codes of an encounter that a rule does not accept.
 *
 * @param rule its id, e.g. {@code diagnosis-unknown}
 * @param pointer JSON Pointer into the coding, e.g. {@code /diagnoses/0}
 * @param message what is wrong, for people
 * @param fix what to do about it
 * @param source who says so, with the section
 */
@Schema(name = "CodingFinding")
public record Finding(String rule, Severity severity, String pointer, String message, String fix, String source) {}
