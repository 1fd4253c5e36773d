/** The Alphabetic Index of ICD-10-CM with its tables of neoplasms, drugs and external causes: loaded, shipped, and read as a coder reads the book. */
@NullMarked
package org.superbill.coding.codeindex;

import org.jspecify.annotations.NullMarked;
