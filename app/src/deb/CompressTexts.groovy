// Compresses the manual page and the package's changelog as Debian requires, reproducibly.
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter

def folder = new File(project.build.directory, 'deb')
folder.mkdirs()
// The version as jdeb writes it: ~ sorts an unreleased build before the release.
def version = project.version.replace('-SNAPSHOT', '~SNAPSHOT')
def built = OffsetDateTime.parse(project.properties['project.build.outputTimestamp'])
def manual = new File(folder, 'calltally.1')
manual.setText(new File(project.basedir, 'src/deb/calltally.1').getText('UTF-8').replace('[[version]]', project.version), 'UTF-8')
def changelog = new File(folder, 'changelog')
changelog.setText("""\
calltally (${version}) unstable; urgency=medium

  * See CHANGELOG.md.

 -- The Calltally developers <calltally@example.org>  ${DateTimeFormatter.RFC_1123_DATE_TIME.format(built).replace('GMT', '+0000')}
""", 'UTF-8')
[manual, changelog].each { text ->
    def compressed = new File(folder, text.name + '.gz')
    assert new ProcessBuilder('gzip', '-9nc', text.path).redirectOutput(compressed).start().waitFor() == 0
}
