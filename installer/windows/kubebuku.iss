; Inno Setup 6. Called by build.py with the version; installs for one person, so that no administrator is needed.
#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{6E0B6F6B-7F2D-4C9A-9C57-3B1C5E0D7A41}
AppName=KubeBuku
AppVersion={#Version}
AppVerName=KubeBuku {#Version}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\KubeBuku
DefaultGroupName=KubeBuku
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputBaseFilename=KubeBuku-{#Version}
SetupIconFile=kubebuku.ico
UninstallDisplayIcon={app}\kubebuku.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
ShowLanguageDialog=auto

[Languages]
Name: "id"; MessagesFile: "compiler:Default.isl,Indonesian.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
id.DesktopIcon=Taruh gambar KubeBuku di layar depan
en.DesktopIcon=Put an icon on the desktop
id.FileType=Buku Kube
en.FileType=Kube book
id.Start=Buka KubeBuku
en.Start=Open KubeBuku

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"

[InstallDelete]
; an older program's parts must not be found by the newer one
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\KubeBuku\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\KubeBuku"; Filename: "{app}\kubebuku.exe"
Name: "{autodesktop}\KubeBuku"; Filename: "{app}\kubebuku.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.kubebuku"; ValueType: string; ValueData: "KubeBuku.Book"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KubeBuku.Book"; ValueType: string; ValueData: "{cm:FileType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KubeBuku.Book\DefaultIcon"; ValueType: string; ValueData: "{app}\kubebuku.exe,0"
Root: HKA; Subkey: "Software\Classes\KubeBuku.Book\shell\open\command"; ValueType: string; ValueData: """{app}\kubebuku.exe"" ""%1"""

[Run]
Filename: "{app}\kubebuku.exe"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent
