/** What holds for every template, style and word of the reports. */
package calltally.reports;
