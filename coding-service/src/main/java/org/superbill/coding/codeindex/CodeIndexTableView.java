package org.superbill.coding.codeindex;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the index and its release in force. */
@Schema(name = "CodeIndexTable")
record CodeIndexTableView(CodeIndexTable table, String title, String release, LocalDate effectiveFrom, int terms) {}
