// The manual page and the changelog, compressed as Debian wants them; always to the same bytes.
def folder = new File(project.build.directory, 'deb')
folder.mkdirs()
['calltally.1.gz': new File(project.basedir, 'src/deb/calltally.1'),
 'changelog.gz'  : new File(project.basedir, '../CHANGELOG.md')].each { name, text ->
    def gzip = new ProcessBuilder('gzip', '-9nc', text.path).redirectOutput(new File(folder, name)).start()
    assert gzip.waitFor() == 0
}
