package org.superbill.coding.suggestion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an organization's coders made of the suggestions of one code.
 *
 * @param code as it is written
 * @param acceptedShare accepted of all decided, 0 to 1
 */
@Schema(name = "CodeFeedback")
record CodeFeedback(String system, String code, long accepted, long rejected, double acceptedShare) {}
