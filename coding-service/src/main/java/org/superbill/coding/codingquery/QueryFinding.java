package org.superbill.coding.codingquery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a question cannot be sent as it is.
 *
 * @param rule its id, e.g. {@code query-mentions-payment}
 * @param pointer JSON Pointer into the question's text
 * @param message what is wrong
 * @param fix what to do about it
 * @param source who says so
 */
@Schema(name = "CodingQueryFinding")
record QueryFinding(String rule, String pointer, String message, String fix, String source) {}
