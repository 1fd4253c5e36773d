/** The command: {@code java -jar superbill-x12.jar}, or {@code ./superbill x12}. */
@NullMarked
package org.superbill.x12.cli;

import org.jspecify.annotations.NullMarked;
